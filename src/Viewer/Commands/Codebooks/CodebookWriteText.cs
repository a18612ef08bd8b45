using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Commands.Codebooks;

/// <summary>Tells what became of a codebook that was to be written, and of codings by it.</summary>
internal static class CodebookWriteText
{
    /// <summary>Prints it.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(ScreenLanguage language, CodebookWrite write)
    {
        switch (write.Outcome)
        {
            case CodebookOutcome.Written:
                Console.Out.WriteLine(language.Pick(
                    $"コードブックは第{write.Current!.Version}版になりました。analyze -w はこれを使います。", $"The codebook is at version {write.Current!.Version} now; analyze -w applies it."));
                foreach (var entry in write.Entries)
                {
                    Console.Out.WriteLine("  " + Terminal.Printable(language.Pick(Of(entry.Step, ImmutableDictionary<string, BilingualText>.Empty))));
                }

                Carried(language, write.Carried);
                return CommandLine.Done;
            case CodebookOutcome.Unchanged:
                Console.Out.WriteLine(language.Pick("最新の版と同じなので、何もしませんでした。", "It is the same as the latest version; nothing was done."));
                return CommandLine.Done;
            case CodebookOutcome.IdUsedBefore:
                foreach (var code in write.UsedBefore)
                {
                    CommandLine.PrintFailure(language, string.Empty, UsedBefore(code));
                }

                return CommandLine.Failed;
            default:
                CommandLine.PrintFailure(language, string.Empty, new BilingualText("そのあいだに別の版ができました。もう一度実行してください。", "Another version came meanwhile. Run it again."));
                return CommandLine.Failed;
        }
    }

    /// <summary>Why an id cannot come back, and what to do.</summary>
    public static BilingualText UsedBefore(Code code)
    {
        var (ja, en) = (code.Definition.Ja.Length > 0 ? "、" + code.Definition.Ja : string.Empty, code.Definition.En.Length > 0 ? ", " + code.Definition.En : string.Empty);
        return new BilingualText(
            $"id「{code.Id}」は前の版で「{code.Name.Ja}」{ja}でした。別の意味には使えません。新しい id を付けてください（同じ名前と定義でなら戻せます。そのあとで変えれば、変えたことが記録に残ります）。",
            $"The id \"{code.Id}\" was \"{code.Name.En}\"{en} in an earlier version and cannot mean something else. Give the code a new id (with the same name and definition it may come back; changed after that, the change is kept in the ledger).");
    }

    /// <summary>A step in words.</summary>
    /// <param name="step">The step.</param>
    /// <param name="names">Names by id; an id without one stands for itself.</param>
    public static BilingualText Of(CodeStep step, IReadOnlyDictionary<string, BilingualText> names)
    {
        string Ja(ImmutableArray<string> ids) => string.Join('、', ids.Select(i => names.TryGetValue(i, out var n) ? $"{i}（{n.Ja}）" : i));
        string En(ImmutableArray<string> ids) => string.Join(", ", ids.Select(i => names.TryGetValue(i, out var n) ? $"{i} ({n.En})" : i));
        var (fromJa, toJa, fromEn, toEn) = (Ja(step.From), Ja(step.To), En(step.From), En(step.To));
        var name = NameOf(step.Operation);
        return step.Operation switch
        {
            CodeOperation.Merged or CodeOperation.Split or CodeOperation.Undone => new($"{name.Ja}: {fromJa} → {toJa}", $"{name.En}: {fromEn} → {toEn}"),
            CodeOperation.Retired => new($"{name.Ja}: {fromJa}", $"{name.En}: {fromEn}"),
            _ => new($"{name.Ja}: {toJa}", $"{name.En}: {toEn}"),
        };
    }

    /// <summary>An operation in words.</summary>
    /// <param name="operation">The operation.</param>
    public static BilingualText NameOf(CodeOperation operation) => operation switch
    {
        CodeOperation.Added => new("追加", "added"),
        CodeOperation.Renamed => new("名前の変更", "renamed"),
        CodeOperation.Redefined => new("定義の変更", "redefined"),
        CodeOperation.Merged => new("統合", "merged"),
        CodeOperation.Split => new("分割", "split"),
        CodeOperation.Retired => new("廃止", "retired"),
        CodeOperation.Reinstated => new("復活", "reinstated"),
        CodeOperation.Undone => new("統合の取り消し", "merge undone"),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, null),
    };

    private static void Carried(ScreenLanguage language, CarriedCodings carried)
    {
        if (carried.CarriedOver > 0)
        {
            Console.Out.WriteLine(language.Pick($"  引き継いだ判断 {carried.CarriedOver} 件（承認は承認のまま）", $"  {carried.CarriedOver} decisions carried over (what was accepted stays accepted)"));
        }

        if (carried.Reopened > 0)
        {
            Console.Out.WriteLine(language.Pick($"  見直しの要る意見 {carried.Reopened} 件（feedbacklab code で出てきます）", $"  {carried.Reopened} comments to be looked at again (feedbacklab code shows them)"));
        }
        else if (carried.SetAside > 0 && carried.CarriedOver == 0)
        {
            Console.Out.WriteLine(language.Pick($"  使われなくなった判断 {carried.SetAside} 件（記録に残ります）", $"  {carried.SetAside} decisions no longer in force (they are kept)"));
        }
    }
}
