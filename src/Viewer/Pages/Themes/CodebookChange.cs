using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Viewer.Commands.Codebooks;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages.Themes;

/// <summary>Changes the codebook from a form that was made by one version of it.</summary>
internal static class CodebookChange
{
    private static readonly char[] Separators = ['、', '，', ',', '\n', '\r'];

    /// <summary>Writes a change.</summary>
    /// <param name="session">The workspace.</param>
    /// <param name="version">The version that the form was made by; where there is a later one, nothing is written.</param>
    /// <param name="change">Writes it: the store, the codebook.</param>
    /// <returns>Whether it was written, and what to tell.</returns>
    public static (bool IsWritten, BilingualText Told) Do(WorkspaceSession session, int version, Func<WorkspaceStore, Codebook, CodebookWrite> change) => session.Use(store =>
    {
        if (store.Codebooks().LastOrDefault() is not { } latest || latest.Version != version)
        {
            return (false, Meanwhile(store.Codebooks().LastOrDefault()));
        }

        try
        {
            var write = change(store, CodebookReader.Read(latest.Yaml));
            return write.Outcome switch
            {
                CodebookOutcome.Written => (true, Written(store, write)),
                CodebookOutcome.Unchanged => (false, new BilingualText("何も変わっていないので、保存していません。", "Nothing is different, so nothing was kept.")),
                CodebookOutcome.IdUsedBefore => (false, CodebookWriteText.UsedBefore(write.UsedBefore[0])),
                _ => (false, Meanwhile(write.Current)),
            };
        }
        catch (DefinitionException e)
        {
            return (false, e.What);
        }
    });

    /// <summary>An id that no code has or had: a stem with the first number that is free.</summary>
    /// <param name="taken">Ids that are taken.</param>
    /// <param name="stem">The stem.</param>
    public static string FreeId(ISet<string> taken, string stem)
    {
        var number = 1;
        while (!taken.Add($"{stem}-{number}"))
        {
            number++;
        }

        return $"{stem}-{number}";
    }

    /// <summary>The words that a field lists.</summary>
    /// <param name="text">The field.</param>
    public static ImmutableArray<string> Terms(string? text) =>
        [.. (text ?? string.Empty).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>A name in both languages; the same where English is not given.</summary>
    /// <param name="ja">Japanese.</param>
    /// <param name="en">English; may be empty.</param>
    public static BilingualText Both(string? ja, string? en)
    {
        var text = Text(ja);
        return new BilingualText(text, string.IsNullOrWhiteSpace(en) ? text : Text(en));
    }

    /// <summary>A field's text: forms send line ends as CR LF.</summary>
    /// <param name="field">The field.</param>
    public static string Text(string? field) => (field ?? string.Empty).ReplaceLineEndings("\n").Trim();

    /// <summary>What a code has after a form: as before, to the letter, where the form says the same.</summary>
    /// <param name="before">What it had.</param>
    /// <param name="field">The field.</param>
    public static string Edited(string before, string? field) => Text(field) is var text && text == Text(before) ? before : text;

    /// <summary>The same in both languages.</summary>
    /// <param name="before">What it had.</param>
    /// <param name="given">What the form says.</param>
    public static BilingualText Edited(BilingualText before, BilingualText given) => new(Edited(before.Ja, given.Ja), Edited(before.En, given.En));

    /// <summary>Sees that codes get names that none beside them has: lists could not tell them apart.</summary>
    /// <param name="others">The codes that stay beside them.</param>
    /// <param name="codes">The codes; whether they differ from each other is for the change to see.</param>
    /// <exception cref="DefinitionException">A name is taken.</exception>
    public static void RequireNewNames(IEnumerable<Code> others, params ReadOnlySpan<Code> codes)
    {
        var taken = others.Select(o => CodeLookup.Folded(o.Name.Ja)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in codes.ToArray().Select(c => c.Name).Where(n => n.Ja.Length > 0))
        {
            if (taken.Contains(CodeLookup.Folded(name.Ja)))
            {
                throw new DefinitionException(1, new BilingualText(
                    $"「{name.Ja}」という名前のコードが、もうあります。保存していません。別の名前にしてください。", $"There is a code named “{name.Ja}” already; nothing was kept. Give it another name."));
            }
        }
    }

    private static BilingualText Meanwhile(CodebookVersion? current) => new(
        $"そのあいだにコードブックが変わったので、保存していません（第{current?.Version}版、{current?.Who} さん）。いまの内容を見て、よければもう一度保存してください。",
        $"The codebook was changed meanwhile (version {current?.Version}, by {current?.Who}); nothing was kept. See what stands there now, and send it again if it still holds.");

    private static BilingualText Written(WorkspaceStore store, CodebookWrite write)
    {
        var names = CodebookSource.Names(store);
        var steps = write.Entries.Select(e => CodebookWriteText.Of(e.Step, names)).ToList();
        var (ja, en) = (string.Join("、", steps.Select(s => s.Ja)), string.Join(", ", steps.Select(s => s.En)));
        var (carriedJa, carriedEn) = (write.Carried.CarriedOver > 0 ? $" 判断 {write.Carried.CarriedOver} 件を引き継ぎました。" : string.Empty, write.Carried.CarriedOver > 0 ? $" {write.Carried.CarriedOver} decisions are carried over." : string.Empty);
        var (openJa, openEn) = (write.Carried.Reopened > 0 ? $" 意見 {write.Carried.Reopened} 件は、コーディングでもう一度確かめてください。" : string.Empty, write.Carried.Reopened > 0 ? $" {write.Carried.Reopened} comments are to be looked at again in coding." : string.Empty);
        return new BilingualText(
            $"コードブックは第{write.Current!.Version}版になりました。{ja}{(ja.Length > 0 ? "。" : string.Empty)}{carriedJa}{openJa} 分析に反映しています。",
            $"The codebook is at version {write.Current!.Version}. {en}{(en.Length > 0 ? "." : string.Empty)}{carriedEn}{openEn} The analysis is being brought up to date.");
    }
}
