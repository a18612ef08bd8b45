using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Ingest.Formats;

namespace FeedbackLab.Viewer.Reports.Settings;

/// <summary>The report's settings that a workspace keeps, so that next year's report is one command.</summary>
public static class ReportSettingsFile
{
    /// <summary>The file's name in the workspace's folder.</summary>
    public const string Name = "report.yaml";

    /// <summary>The settings of a workspace.</summary>
    /// <param name="folder">The workspace's folder.</param>
    /// <returns>The defaults where it keeps none; with what is wrong where the file cannot be read.</returns>
    public static (ReportSettings Settings, BilingualText? Failure) Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return (ReportSettings.Default, null);
        }

        try
        {
            return (ReportSettingsReader.Read(StrictUtf8.Read(path)), null);
        }
        catch (DefinitionException e)
        {
            return (ReportSettings.Default, new BilingualText($"{Name} の {e.Line} 行目: {e.What.Ja}", $"{Name}, line {e.Line}: {e.What.En}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (ReportSettings.Default, new BilingualText(
                $"{Name} を読めません。ほかのプログラムで開いていないか、UTF-8 で保存されているかを確かめてください。",
                $"{Name} cannot be read. See that no other program holds it and that it is UTF-8."));
        }
    }
}
