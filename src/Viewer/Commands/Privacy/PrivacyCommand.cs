using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands.Privacy;

/// <summary><c>feedbacklab privacy</c>: what in a workspace points at somebody, and what is to become of it when something is published.</summary>
public static class PrivacyCommand
{
    private const string Person = "person";

    private const int Around = 12;

    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var command = new Command("privacy", language.Pick("個人・事業所・会社などの名前を確認し、仮名にする", "Review names of people, offices and companies before publication"))
        {
            List(language),
            Decide(language, "mask", ReviewDecision.Mask, new BilingualText("名前を仮名にすると決める（見つからなかった名前も指定できる）", "Decide that names are masked (also names that were not found)")),
            Decide(language, "leave", ReviewDecision.Leave, new BilingualText("誰も指さない言葉なので、そのまま出すと決める", "Decide that words point at nobody and stay")),
        };
        return command;
    }

    /// <summary>The words that a kind is called by.</summary>
    /// <param name="kind">The kind.</param>
    internal static BilingualText NameOf(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.Person => new BilingualText("人", "person"),
        PersonalDataKind.Company => new BilingualText("会社", "company"),
        PersonalDataKind.Office => new BilingualText("事業所・機関", "office"),
        PersonalDataKind.Locality => new BilingualText("地名", "place"),
        PersonalDataKind.Phone => new BilingualText("電話番号", "phone number"),
        PersonalDataKind.Mail => new BilingualText("メール・URL", "mail or web address"),
        PersonalDataKind.BirthDate => new BilingualText("生年月日", "date of birth"),
        PersonalDataKind.Account => new BilingualText("アカウント", "account"),
        _ => new BilingualText("番号", "number"),
    };

    private static Command List(ScreenLanguage language)
    {
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var format = TableOutput.Option();
        var open = new Option<bool>("--open") { Description = language.Pick("名前かもしれない語のうち、まだ決めていないものだけ", "Only doubtful ones that nobody decided on") };
        var command = new Command("list", language.Pick("見つかった名前の一覧", "The names that were found")) { workspace, format, open };
        command.SetAction(parsed => WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store =>
        {
            var findings = MaskedPublication.FindingsForReview(store);
            var review = Publication.Review(findings, store.NameDecisions(), PrivacyWords.Default);
            TableOutput.Write(language, TableOutput.Of(parsed, format), Table(findings, parsed.GetValue(open) ? [.. review.Where(e => e.IsOpen)] : review, review.Count(e => e.IsOpen)));
            return CommandLine.Done;
        }));
        return command;
    }

    private static Command Decide(ScreenLanguage language, string name, ReviewDecision decision, BilingualText description)
    {
        var names = new Argument<string[]>(language.Pick("名前", "NAME")) { Arity = ArgumentArity.OneOrMore };
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var kind = new Option<string>("--as")
        {
            Description = language.Pick("見つかっていない名前の種類（person, company, office, locality）", "What a name that was not found is (person, company, office, locality)"),
            DefaultValueFactory = _ => Person,
        };
        kind.AcceptOnlyFromAmong(Person, "company", "office", "locality");
        var command = new Command(name, language.Pick(description)) { names, workspace };
        if (decision == ReviewDecision.Mask)
        {
            command.Add(kind);
        }

        command.SetAction(parsed => WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store =>
        {
            var findings = MaskedPublication.FindingsForReview(store);
            var review = Publication.Review(findings, store.NameDecisions(), PrivacyWords.Default).ToLookup(e => e.Name, e => e.Kind, StringComparer.Ordinal);
            var decided = (parsed.GetValue(names) ?? [])
                .Select(PersonalDataFinder.NameOf)
                .Select(n => new NameDecision(review.Contains(n) ? review[n].First() : Enum.Parse<PersonalDataKind>(parsed.GetValue(kind) ?? Person, ignoreCase: true), n, decision))
                .ToImmutableArray();
            if (decided.FirstOrDefault(d => d.Name.Length == 0) is not null)
            {
                CommandLine.PrintFailure(language, string.Empty, new BilingualText("空の名前は指定できません。", "A name cannot be empty."));
                return CommandLine.Misused;
            }

            store.DecideNames(decided, Environment.UserName, DateTimeOffset.Now);
            Console.Out.WriteLine(decision == ReviewDecision.Mask
                ? language.Pick($"{decided.Length} 件の名前を仮名にします。", decided.Length == 1 ? "1 name will be masked." : $"{decided.Length} names will be masked.")
                : language.Pick($"{decided.Length} 件の語をそのまま出します。", decided.Length == 1 ? "1 word will stay." : $"{decided.Length} words will stay."));
            if (decided.Any(d => !review.Contains(d.Name)))
            {
                var found = Publication.Review(findings, store.NameDecisions(), PrivacyWords.Default).Select(e => PrivacyWords.Default.Common(e.Name)).ToHashSet(StringComparer.Ordinal);
                foreach (var missing in decided.Where(d => !found.Contains(PrivacyWords.Default.Common(d.Name))))
                {
                    CommandLine.PrintFailure(language, string.Empty, new BilingualText(
                        $"お知らせ: 「{missing.Name}」は、意見にも資料にも一語として見つかりません。意見にあるとおりの書き方か、確かめてください。",
                        $"Notice: {missing.Name} stands nowhere as a word of its own. See that it is written as in the comments."));
                }
            }

            return CommandLine.Done;
        }));
        return command;
    }

    private static ExportTable Table(AnalysisFindings findings, ImmutableArray<ReviewEntry> review, int open)
    {
        var comments = findings.Corpus.Comments.ToLookup(c => c.Id, StringComparer.Ordinal);
        return new ExportTable(
            new BilingualText("公表の前に確認する名前", "Names to review before publication"),
            [
                new ExportColumn("kind", new BilingualText("種類", "Kind")),
                new ExportColumn("name", new BilingualText("名前", "Name")),
                new ExportColumn("state", new BilingualText("扱い", "State")),
                new ExportColumn("places", new BilingualText("箇所", "Places")),
                new ExportColumn("context", new BilingualText("前後", "Context")),
                new ExportColumn("place", new BilingualText("出典", "Place")),
            ],
            [
                .. review.Select(e => ImmutableArray.Create<object?>(
                    NameOf(e.Kind).Ja,
                    e.Name,
                    StateOf(e).Ja,
                    e.Places.Length,
                    Context(e.Places[0], comments),
                    comments[e.Places[0].Text].FirstOrDefault() is { } comment ? Citation.Of(comment.Source, comment.Place) : string.Empty)),
            ],
            [
                new BilingualText(
                    string.Create(CultureInfo.InvariantCulture, $"名前かもしれない語で、まだ決めていないもの: {open} 件。feedbacklab privacy mask か leave で決めると、公表できます。"),
                    string.Create(CultureInfo.InvariantCulture, $"Doubtful and not decided: {open}. Decide with feedbacklab privacy mask or leave, then it can be published.")),
            ]);
    }

    private static BilingualText StateOf(ReviewEntry entry) => entry switch
    {
        { Decision: ReviewDecision.Mask } => new BilingualText("仮名（決定）", "masked (decided)"),
        { Decision: ReviewDecision.Leave } => new BilingualText("そのまま（決定）", "stays (decided)"),
        { IsDoubtful: true } => new BilingualText("要確認", "doubtful"),
        _ => new BilingualText("仮名", "masked"),
    };

    internal static string Context(ReviewPlace place, ILookup<string, Comment> comments)
    {
        var text = comments[place.Text].FirstOrDefault()?.Text ?? place.Text;
        var span = place.Mention.Span;
        var start = Math.Max(0, span.Start - Around);
        var end = Math.Min(text.Length, span.End + Around);
        return $"{(start > 0 ? "…" : string.Empty)}{text[start..span.Start]}【{text[span.Start..span.End]}】{text[span.End..end]}{(end < text.Length ? "…" : string.Empty)}";
    }
}
