using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Commands;

/// <summary>Prints what the user should know about the files, one line each, to the error stream.</summary>
internal static class ProblemsTable
{
    public static void Print(ScreenLanguage language, ImmutableArray<Problem> problems)
    {
        foreach (var problem in problems)
        {
            var where = problem.Line is { } line
                ? string.Create(CultureInfo.InvariantCulture, $"{problem.File}:{line}")
                : problem.File;
            var severity = problem.Severity == ProblemSeverity.Error
                ? language.Pick("読めません", "error")
                : language.Pick("お知らせ", "notice");
            Console.Error.WriteLine($"{severity}: {where}: {language.Pick(problem.What)} {language.Pick(problem.Remedy)}");
        }
    }
}
