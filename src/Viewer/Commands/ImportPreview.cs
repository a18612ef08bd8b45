using System.Globalization;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports;
using Spectre.Console;

namespace FeedbackLab.Viewer.Commands;

/// <summary>Shows what files hold before or after they come in: how they were read, who said how much, the first comments.</summary>
internal static class ImportPreview
{
    private const int FirstComments = 3;
    private const int MostRespondents = 40;

    public static void Print(ScreenLanguage language, CommentCorpus corpus)
    {
        var console = Terminal.Output();
        var comments = corpus.Comments.ToLookup(c => c.Source, StringComparer.Ordinal);
        var leftOut = corpus.LeftOut.ToLookup(l => l.Source, StringComparer.Ordinal);
        foreach (var source in corpus.Sources)
        {
            Source(console, language, source, [.. comments[source.Name]], [.. leftOut[source.Name]]);
        }

        foreach (var skipped in corpus.Skipped)
        {
            console.WriteLine(language.Pick("読まなかったファイル: ", "not read: ") + skipped);
        }
    }

    private static void Source(IAnsiConsole console, ScreenLanguage language, Source source, List<Comment> comments, List<LeftOut> leftOut)
    {
        var year = source.Year is { } y ? y.ToString(CultureInfo.InvariantCulture) : language.Pick("年不明", "year unknown");
        console.WriteLine($"{source.Name}  ({language.Pick(TypeWords.Of(source.Format))}, {source.Encoding}, {year})");
        if (!source.Columns.IsEmpty)
        {
            console.WriteLine("  " + language.Pick("列の読み方: ", "columns: ")
                + string.Join(", ", source.Columns.Select(c => $"{c.Header}={ColumnOptions.NameOf(c.Role, language)}")));
        }

        var reasons = leftOut.CountBy(l => l.Reason).OrderBy(r => r.Key)
            .Select(r => string.Create(CultureInfo.InvariantCulture, $"{language.Pick(TypeWords.Of(r.Key))} {r.Value}"));
        console.WriteLine("  " + language.Pick($"意見 {comments.Count}", $"{comments.Count} comments")
            + string.Concat(reasons.Select(r => language.Pick("、", ", ") + r)));
        Respondents(console, language, comments, leftOut);
        foreach (var comment in comments.Take(FirstComments))
        {
            console.WriteLine($"    {Citation.Of(comment.Place)}  {comment.Text.ReplaceLineEndings(" ")}");
        }

        console.WriteLine();
    }

    private static void Respondents(IAnsiConsole console, ScreenLanguage language, List<Comment> comments, List<LeftOut> leftOut)
    {
        var said = comments.Select(c => c.AskedRespondent).OfType<string>().CountBy(r => r, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var asked = said.Keys.Union(leftOut.Where(l => l.Reason != LeftOutReason.Aside).Select(l => l.Respondent).OfType<string>()).Order(StringComparer.Ordinal).ToList();
        if (asked.Count == 0)
        {
            return;
        }

        var shown = asked.Take(MostRespondents).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r} {said.GetValueOrDefault(r)}"));
        console.WriteLine("  " + language.Pick($"回答者 {asked.Count} 者: ", $"{asked.Count} respondents: ") + string.Join(language.Pick("、", ", "), shown) + (asked.Count > MostRespondents ? " …" : string.Empty));
    }
}
