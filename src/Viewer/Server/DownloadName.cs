using System.Text;

namespace FeedbackLab.Viewer.Server;

/// <summary>Names files so that every system takes them and none is fooled.</summary>
public static class DownloadName
{
    private const int Longest = 80;

    /// <summary>A file name: the title without what Windows, macOS or a terminal stumble over, and the extension.</summary>
    /// <param name="title">What the file shows; may be any text.</param>
    /// <param name="extension">Its extension, without the dot.</param>
    /// <param name="mark">What tells it from others of that title, such as <c>_公表用</c>: stands at the end, however long the title is.</param>
    public static string Of(string title, string extension, string mark = "")
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(mark);
        var name = new StringBuilder();
        foreach (var rune in title.EnumerateRunes())
        {
            var isTaken = Rune.IsLetterOrDigit(rune) || (rune.IsBmp && "-_()（）・、ー々「」".Contains((char)rune.Value, StringComparison.Ordinal));
            if (isTaken)
            {
                name.Append(rune);
            }
            else if (name.Length > 0 && name[^1] != '_')
            {
                name.Append('_');
            }

            if (name.Length >= Longest - mark.Length)
            {
                break;
            }
        }

        var stem = name.ToString().Trim('_', '-');
        return (stem.Length == 0 || IsReserved(stem) ? "feedbacklab_" + stem : stem).TrimEnd('_') + mark + "." + extension;
    }

    internal static bool IsReserved(string stem) => stem.ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL"
        || (stem.Length == 4 && stem[..3].ToUpperInvariant() is "COM" or "LPT" && char.IsDigit(stem[3]));
}
