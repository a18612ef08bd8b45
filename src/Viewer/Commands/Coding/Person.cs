using System.CommandLine;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Commands.Coding;

/// <summary>Who decides on codings, and why a decision is not taken.</summary>
internal static class Person
{
    /// <summary>The option that names who decides.</summary>
    public static Option<string> Option(ScreenLanguage language) => new("--who")
    {
        Description = language.Pick("判断した人の名前", "Who decides"),
        DefaultValueFactory = _ => Environment.UserName,
    };

    /// <summary>Why a coding is not written, and what to do.</summary>
    public static BilingualText Why(RefusedCoding refused) => refused.Reason switch
    {
        CodingRefusal.ChangedMeanwhile => new(
            $"「{refused.Wanted.Code}」は、そのあいだに {refused.Current?.Who} さんが変えました。もう一度書き出してから直してください。",
            $"\"{refused.Wanted.Code}\" was changed by {refused.Current?.Who} meanwhile. Export again, then correct it."),
        CodingRefusal.DecidedByPerson => new($"「{refused.Wanted.Code}」は人が決めたので、提案には戻せません。", $"A person decided on \"{refused.Wanted.Code}\"; it does not become a proposal again."),
        CodingRefusal.NoSuchComment => new($"ID「{refused.Wanted.CommentId}」の意見はありません。", $"There is no comment with the ID {refused.Wanted.CommentId}."),
        CodingRefusal.NoSuchCodebook => new("コードブックの版がありません。analyze -w を実行してください。", "The codebook's version is not there. Run analyze -w."),
        _ => throw new ArgumentOutOfRangeException(nameof(refused), refused.Reason, null),
    };
}
