using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using Spectre.Console;

namespace FeedbackLab.Viewer.Commands.Coding;

/// <summary>A person codes comments one after the other; every decision is kept at once.</summary>
/// <param name="language">The user's language.</param>
/// <param name="console">Where it is shown.</param>
/// <param name="read">The next key or line; null at the end.</param>
/// <param name="store">The workspace.</param>
/// <param name="version">The codebook's version.</param>
/// <param name="who">Who decides.</param>
/// <param name="isBlind">Whether they see nothing of what others decided, and change nothing that stands.</param>
internal sealed class CodingSession(
    ScreenLanguage language, IAnsiConsole console, Func<string?> read, WorkspaceStore store, CodebookVersion version, string who, bool isBlind)
{
    // So often the coder learns from what was decided since.
    private const int LearnAfter = 5;

    private readonly Stack<(string Comment, CodingRead Before, string After)> _done = new();
    private readonly HashSet<string> _undone = new(StringComparer.Ordinal);
    private readonly ImmutableDictionary<string, CodeLedgerEntry> _reopened = isBlind ? ImmutableDictionary<string, CodeLedgerEntry>.Empty : store.Reopened();
    private int _decided;

    /// <summary>Goes on until nothing is left or the person stops.</summary>
    /// <returns>The exit code.</returns>
    public int Run(TextTerms reader, Codebook codebook)
    {
        // What the same respondent said twice is decided once, as on the page and as the analysis counts it.
        var (comments, duplicates) = Duplicates.Separate(store.Corpus().Comments);
        if (!duplicates.IsEmpty)
        {
            Say($"同じ回答者の同じ意見（重複）{duplicates.Length} 件は、一度だけ尋ねます。", $"{duplicates.Length} comments that the same respondent made twice are asked once.");
        }

        var corpus = TokenizedCorpus.Of(comments, reader);
        var coder = Coder.Of(corpus, codebook.OnlyCodable(), reader);
        var rules = RuleCoding.Of([.. corpus.Comments.Select(c => c.Comment)], codebook);
        var passed = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<(Comment Comment, CommentProposal Proposal)>();
        var learn = true;
        while (true)
        {
            if (learn || queue.Count == 0)
            {
                queue = Queue(corpus, coder, rules, passed);
                learn = false;
            }

            if (!queue.TryPeek(out var next))
            {
                Say("コードを付ける意見は残っていません。", "No comment is left to code.");
                return End();
            }

            // As it stands when it is shown: what others decide until it is saved is not overwritten.
            var shown = Read(next.Comment.Id);
            Show(next.Comment, next.Proposal, codebook, queue.Count);
            switch (Decide(next.Comment, next.Proposal, codebook, shown))
            {
                case Step.Next:
                    passed.Add(next.Comment.Id);
                    queue.Dequeue();
                    learn = _decided % LearnAfter == 0;
                    break;
                case Step.Pass:
                    passed.Add(next.Comment.Id);
                    queue.Dequeue();
                    break;
                case Step.Back:
                    passed.ExceptWith(_undone);
                    learn = true;
                    break;
                default:
                    return End();
            }
        }
    }

    private enum Step
    {
        Next,
        Pass,
        Back,
        Stop,
    }

    private Queue<(Comment, CommentProposal)> Queue(TokenizedCorpus corpus, Coder coder, RuleCoding rules, HashSet<string> passed)
    {
        var decisions = isBlind ? Blind() : store.Decisions();
        var decided = Enumerable.Range(0, corpus.Comments.Length)
            .Where(i => decisions.ContainsKey(corpus.Comments[i].Comment.Id))
            .ToDictionary(i => i, i => decisions[corpus.Comments[i].Comment.Id]);
        // Who codes blind sees nothing of the program's.
        var proposals = isBlind ? [.. Enumerable.Repeat(DecidedComment.NothingOffered, corpus.Comments.Length)] : rules.Apply(coder.Propose(decided, 3), decided, 3);

        // Blind, what others have coded comes first, since agreement is of comments that both have; else what is to be looked at again.
        // Before all, what was taken back a moment ago.
        var first = (isBlind ? store.Decisions().Keys : _reopened.Keys).ToHashSet(StringComparer.Ordinal);
        var queue = new Queue<(Comment, CommentProposal)>(Enumerable.Range(0, corpus.Comments.Length)
            .Where(i => !(decided.TryGetValue(i, out var d) && d.IsComplete) && !passed.Contains(corpus.Comments[i].Comment.Id))
            .OrderByDescending(i => _undone.Contains(corpus.Comments[i].Comment.Id)).ThenByDescending(i => first.Contains(corpus.Comments[i].Comment.Id)).ThenBy(i => proposals[i].Offered.IsEmpty).ThenBy(i => proposals[i].Margin)
            .ThenBy(i => isBlind ? corpus.Comments[i].Comment.Id : string.Empty, StringComparer.Ordinal).ThenBy(i => i)
            .Select(i => (corpus.Comments[i].Comment, proposals[i])));
        _undone.Clear();
        return queue;
    }

    private ImmutableDictionary<string, CodedComment> Blind()
    {
        var coded = store.Looks().Where(l => l.IsBlind && l.Who == who).Select(l => l.CommentId).ToHashSet(StringComparer.Ordinal);
        return store.Decisions(who).Where(d => coded.Contains(d.Key)).ToImmutableDictionary(StringComparer.Ordinal);
    }

    private void Show(Comment comment, CommentProposal proposal, Codebook codebook, int left)
    {
        console.WriteLine();
        Say($"残り {left} 件　{comment.Respondent ?? "回答者の記載なし"}　{Citation.Of(comment.Source, comment.Place)}", $"{left} left   {comment.Respondent ?? "respondent not named"}   {Citation.Of(comment.Source, comment.Place)}");
        if (_reopened.TryGetValue(comment.Id, out var entry))
        {
            Say($"見直し: 「{entry.Step.From[0]}」は「{string.Join('、', entry.Step.To)}」に分かれました。", $"To look at again: \"{entry.Step.From[0]}\" was split into {string.Join(", ", entry.Step.To)}.");
        }

        console.Profile.Out.Writer.WriteLine(Terminal.Highlighted(console, comment.Text, TextSpans.Merge(proposal.Offered.SelectMany(o => o.Evidence))));
        for (var i = 0; i < proposal.Offered.Length; i++)
        {
            var offer = proposal.Offered[i];
            var name = language.Pick(codebook.Codes.First(c => c.Id == offer.Code).Name);
            var words = string.Join(language.Pick("、", ", "), offer.Evidence.Select(e => comment.Text[e.Start..e.End]).Distinct());
            var given = proposal.Codings.Any(c => c.Code == offer.Code) ? "*" : " ";
            console.Profile.Out.Writer.WriteLine(Terminal.Printable(string.Create(CultureInfo.InvariantCulture, $" {i + 1}{given} {name}  {offer.Score:0.00}  {words}{(offer.Rule is null ? string.Empty : language.Pick($"  ルール: {offer.Rule}", $"  rule: {offer.Rule}"))}")));
        }

        if (isBlind)
        {
            var codes = codebook.OnlyCodable().Codes;
            for (var i = 0; i < codes.Length; i++)
            {
                console.Profile.Out.Writer.WriteLine(Terminal.Printable(string.Create(CultureInfo.InvariantCulture, $" {i + 1,2} {language.Pick(codes[i].Name)}")));
            }

            Say(codes.Length < 10 ? "番号で選ぶ　Enter 決める　X どのコードも合わない　S あとで　U 戻す　Q やめる" : "番号で選ぶ（1 だけなら続けて Enter）　Enter 決める　X どのコードも合わない　S あとで　U 戻す　Q やめる", codes.Length < 10 ? "Choose by number   Enter decide   X no code fits   S later   U undo   Q quit" : "Choose by number (Enter behind 1 alone)   Enter decide   X no code fits   S later   U undo   Q quit");
            return;
        }

        Say("1 2 3 選ぶ　E ほかのコード　Enter 決める（* のまま、または選んだもの）　X どのコードも合わない　S あとで　U 戻す　Q やめる", "1 2 3 choose   E another code   Enter decide (what has * or was chosen)   X no code fits   S later   U undo   Q quit");
    }

    private Step Decide(Comment comment, CommentProposal proposal, Codebook codebook, CodingRead shown)
    {
        var (chosen, codes) = (new List<string>(), codebook.OnlyCodable().Codes);
        while (read() is { } pressed)
        {
            var key = pressed.Trim();
            if (key.Length == 0 && pressed.Length > 0)
            {
                Say("Enter で決めます。空白や Tab では決まりません。", "Enter decides; a space or a tab does not.");
                continue;
            }

            if (isBlind && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= codes.Length)
            {
                Toggle(chosen, codes[number - 1].Id, codebook);
                continue;
            }

            switch (key.Length == 0 ? ' ' : char.ToUpperInvariant(key[0]))
            {
                case ' ' when chosen.Count == 0 && proposal.Codings.IsEmpty:
                    Say("コードを選ぶか、どのコードも合わないなら X を押してください。", "Choose a code, or X where no code fits.");
                    break;
                case ' ':
                    IReadOnlyList<string> accepted = chosen.Count > 0 ? chosen : [.. proposal.Codings.Select(c => c.Code)];
                    return Save(comment, proposal, shown, accepted) ? Step.Next : Step.Back;
                case >= '1' and <= '3' and var digit when digit - '1' < proposal.Offered.Length:
                    Toggle(chosen, proposal.Offered[digit - '1'].Code, codebook);
                    break;
                case 'E' when key[1..].Trim() is { Length: > 0 } name:
                    if (Code(codebook, name) is { } code)
                    {
                        Toggle(chosen, code.Id, codebook);
                    }

                    break;
                case 'X':
                    return Save(comment, proposal, shown, []) ? Step.Next : Step.Back;
                case 'S':
                    return Step.Pass;
                case 'U':
                    Undo();
                    return Step.Back;
                case 'Q':
                    return Step.Stop;
                default:
                    Say($"「{key}」は選べません。", $"\"{key}\" is no choice.");
                    break;
            }
        }

        return Step.Stop;
    }

    private void Toggle(List<string> chosen, string code, Codebook codebook)
    {
        if (!chosen.Remove(code))
        {
            chosen.Add(code);
        }

        Say(
            "選んだコード: " + (chosen.Count == 0 ? "なし" : string.Join('、', chosen.Select(c => codebook.Codes.First(k => k.Id == c).Name.Ja))),
            "Chosen: " + (chosen.Count == 0 ? "none" : string.Join(", ", chosen.Select(c => codebook.Codes.First(k => k.Id == c).Name.En))));
    }

    // The code that is meant, if any; else why not is told.
    private Code? Code(Codebook codebook, string name)
    {
        var (code, problem) = CodeLookup.Find(codebook, name);
        if ((problem ?? CodeLookup.NotCodable(code!)) is { } what)
        {
            Say(what.Ja, what.En);
            return null;
        }

        return code;
    }

    // What was offered with * or stood there, and is not accepted, is rejected; the comment is kept as looked at whole.
    private bool Save(Comment comment, CommentProposal proposal, CodingRead shown, IReadOnlyList<string> accepted)
    {
        var before = Read(comment.Id);
        if (before.Text != shown.Text)
        {
            TellConflict(before);
            return false;
        }

        var writes = store.Decide([DecidedComment.Of(comment.Id, proposal, before.Codings, accepted, version.Version, who, DateTimeOffset.Now, isBlind)]);
        foreach (var refused in writes.Refused)
        {
            CommandLine.PrintFailure(language, string.Empty, Person.Why(refused));
        }

        if (!writes.Refused.IsEmpty)
        {
            return false;
        }

        _done.Push((comment.Id, before, Read(comment.Id).Text));
        _decided++;
        return true;
    }

    // What is kept apart nobody else changes.
    private CodingRead Read(string comment) => isBlind ? new CodingRead([], []) : CodingRead.Of(store, comment);

    private void Undo()
    {
        if (!_done.TryPop(out var last))
        {
            Say("戻せるものがありません。", "There is nothing to undo.");
            return;
        }

        if (isBlind)
        {
            store.RemoveBlind(last.Comment, who);
        }
        else if (Read(last.Comment) is var now && now.Text != last.After)
        {
            TellConflict(now);
            return;
        }
        else
        {
            store.RestoreCodings(last.Comment, last.Before.Codings, who, DateTimeOffset.Now, last.Before.Looks.Any(l => l.Who == who));
        }

        _undone.Add(last.Comment);
        _decided--;
        Say("一つ前に戻しました。", "Taken back.");
    }

    // A comment that is decided does not come up again.
    private void TellConflict(CodingRead now)
    {
        var codes = string.Join(language.Pick("、", ", "), now.Codings.Where(c => c.State is CodingState.Accepted or CodingState.Edited).Select(c => c.Code));
        Say(
            $"この意見は、そのあいだに {now.Who} さんが決めました（{(codes.Length > 0 ? codes : "コードなし")}）。ここでは何も変えていません。決め直すなら、画面の「コーディング」で開くか、codings export の表で直してください。",
            $"This comment was decided by {now.Who} meanwhile ({(codes.Length > 0 ? codes : "no code")}); nothing was changed here. Decide again on the page Coding, or in the table of codings export.");
    }

    private int End()
    {
        Say($"{_decided} 件の意見を決めました。", $"{_decided} comments decided.");
        return CommandLine.Done;
    }

    private void Say(string ja, string en) => console.Profile.Out.Writer.WriteLine(Terminal.Printable(language.Pick(ja, en)));
}
