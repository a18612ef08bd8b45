using System.Xml.Linq;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>The controls of forms made in Word (<c>w:sdt</c>).</summary>
internal static class WordControls
{
    /// <summary>Whether a control shows its prompt still, so that nobody wrote anything into it.</summary>
    public static bool IsUnfilled(XElement control) => control.Child("sdtPr").Switch("showingPlcHdr") ?? false;
}
