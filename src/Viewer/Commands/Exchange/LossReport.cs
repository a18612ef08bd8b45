using System.Collections.Immutable;
using System.Text;
using FeedbackLab.Analysis.Exchange;

namespace FeedbackLab.Viewer.Commands.Exchange;

/// <summary>What an export or an import left behind, printed and written beside it.</summary>
internal static class LossReport
{
    private const int MostPrintedNames = 3;

    /// <summary>Prints it and writes all of it into a file.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(ScreenLanguage language, IReadOnlyList<QdaLoss> losses, string file)
    {
        var kinds = Print(language, losses);
        var text = new StringBuilder(language.Pick("引き継がれなかったもの", "Not taken over")).Append('\n');
        foreach (var kind in kinds)
        {
            text.Append("- ").Append(Terminal.Printable(language.Pick(kind.Line(int.MaxValue)))).Append('\n');
        }

        text.Append(kinds.IsEmpty ? language.Pick("なし", "nothing") + "\n" : string.Empty);
        if (!OutputFile.Write(language, file, text.ToString()))
        {
            return CommandLine.Failed;
        }

        Console.Out.WriteLine(language.Pick("書き出し: ", "Written: ") + file);
        return CommandLine.Done;
    }

    /// <summary>Prints it, a line a kind.</summary>
    public static ImmutableArray<QdaLosses> Print(ScreenLanguage language, IReadOnlyList<QdaLoss> losses)
    {
        var kinds = QdaLoss.ByKind(losses);
        Console.Out.WriteLine(kinds.IsEmpty ? language.Pick("引き継がれなかったものはありません。", "Nothing was left behind.") : language.Pick("引き継がれなかったもの:", "Not taken over:"));
        foreach (var kind in kinds)
        {
            Console.Out.WriteLine("  " + Terminal.Printable(language.Pick(kind.Line(MostPrintedNames))));
        }

        return kinds;
    }
}
