using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Analysis.Tests.Workspace;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Privacy;

public sealed class PublicationTests
{
    private static readonly AnalysisFindings Findings = FeedbackAnalysis.Run(
        CorpusReader.Read([Path.Combine(AppContext.BaseDirectory, "samples")], new ReadOptions()), CodebookReader.Default, LexiconReader.Default, new AnalysisOptions { Clusters = 3, Runs = 1 });

    [Fact]
    public void No_respondent_is_named_in_what_is_published()
    {
        var published = Masked();
        var text = string.Join('\n', published.Comments.Select(c => c.Comment.Text + c.Comment.Respondent).Concat(published.Respondents).Concat(published.Themes.SelectMany(t => t.Terms)));
        Assert.NotEmpty(Findings.Respondents);
        Assert.DoesNotContain(Findings.Respondents, r => text.Contains(r, StringComparison.Ordinal));
    }

    [Fact]
    public void Counts_stay_as_they_are()
    {
        var published = Masked();
        Assert.Equal(Findings.Ledger.Total, published.Ledger.Total);
        Assert.Equal(Findings.Ledger.BySource.Select(l => l with { Source = string.Empty }), published.Ledger.BySource.Select(l => l with { Source = string.Empty }));
        Assert.Equal(Findings.Respondents.Length, published.Respondents.Distinct().Count());
        Assert.Equal(Findings.Themes.Select(t => (t.Respondents, t.Comments)), published.Themes.Select(t => (t.Respondents, t.Comments)));
    }

    [Fact]
    public void Evidence_stands_in_the_masked_words()
    {
        foreach (var (before, after) in Findings.Comments.Zip(Masked().Comments))
        {
            foreach (var span in after.Codings.SelectMany(c => c.Evidence))
            {
                Assert.True(span.Start >= 0 && span.Start < span.End && span.End <= after.Comment.Text.Length);
            }

            if (before.Comment.Text == after.Comment.Text)
            {
                Assert.Equal(before.Codings.SelectMany(c => c.Evidence), after.Codings.SelectMany(c => c.Evidence));
            }
        }
    }

    [Fact]
    public void The_programs_own_English_is_no_name_but_a_name_in_it_is()
    {
        var findings = Findings with
        {
            Corpus = Findings.Corpus with
            {
                Problems = [new Problem(ProblemSeverity.Notice, "a.csv", 3, new("表「Marco Polo」の合計が合いません。", "The table “Marco Polo” does not add up."), new("確かめてください。", "Check it, please."))],
            },
        };
        var review = Publication.Review(findings, [], PrivacyWords.Default);
        Assert.DoesNotContain(review, e => e.Name is "thetable" or "checkit");
        Assert.Equal(2, review.Single(e => e.Name == "marcopolo").Places.Length);
    }

    [Fact]
    public void A_telling_term_is_said_by_three_respondents_or_more()
    {
        var published = Masked();
        Assert.Contains(Findings.Themes.Zip(Order(published)), t => t.First.Terms.Length > t.Second.Terms.Length);
        foreach (var theme in Order(published))
        {
            foreach (var term in theme.Terms)
            {
                var speakers = Findings.Comments
                    .Where(c => theme.CommentIds.Contains(c.Comment.Id) && Findings.Terms!.Comments.Single(t => t.Comment.Id == c.Comment.Id).Terms.Any(u => Findings.Terms.Terms[u.Term].Display == term))
                    .Select(c => c.Comment.Respondent ?? c.Comment.Id).Distinct().Count();
                Assert.True(speakers >= 3, $"{theme.Code.Id} {term}");
            }
        }

        IEnumerable<ThemeFinding> Order(AnalysisFindings findings) => Findings.Themes.Select(t => findings.Themes.Single(o => o.Code.Id == t.Code.Id));
    }

    [Fact]
    public void A_name_in_the_heading_of_a_column_is_masked_as_one_in_a_cell()
    {
        CommentAttribute named = new("工藤さんの調べた規模", "大");
        var findings = Findings with
        {
            Corpus = Findings.Corpus with
            {
                Comments = [.. Findings.Corpus.Comments.Select(c => c with { Attributes = [named] })],
                LeftOut = [.. Findings.Corpus.LeftOut.Select(l => l with { Attributes = [named] })],
            },
        };
        var published = Masked(findings);
        Assert.All(published.Corpus.Comments.SelectMany(c => c.Attributes).Concat(published.Corpus.LeftOut.SelectMany(l => l.Attributes)), a => Assert.DoesNotContain("工藤", a.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_publication_that_differs_from_one_before_by_few_respondents_is_told()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        string[] many = [.. Enumerable.Range(1, 20).Select(i => $"センター{i}")];
        Assert.Empty(store.PublicationsNear(many, 3));
        store.NotePublication(many, "佐倉", WorkspaceFolder.Noon);
        store.NotePublication(many, "佐倉", WorkspaceFolder.Noon.AddDays(1));
        Assert.Empty(store.PublicationsNear(many, 3));
        Assert.Equal([new EarlierPublication(WorkspaceFolder.Noon, 1)], store.PublicationsNear([.. many, "新しいセンター"], 3));
        Assert.Equal([new EarlierPublication(WorkspaceFolder.Noon, 2)], store.PublicationsNear([.. many[1..], "新しいセンター"], 3));
        Assert.Empty(store.PublicationsNear([.. many, "一", "二", "三"], 3));
        Assert.DoesNotContain("センター1", string.Concat(folder.Query("SELECT respondents FROM publications")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_is_kept_in_the_workspace_and_stands()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        var first = store.GivePseudonyms([(PersonalDataKind.Company, "みどり食品")], ImmutableHashSet<string>.Empty, PrivacyWords.Default);
        var second = store.GivePseudonyms([(PersonalDataKind.Company, "あおば物流"), (PersonalDataKind.Company, "みどり食品")], ImmutableHashSet<string>.Empty, PrivacyWords.Default);
        Assert.Matches("^[Ａ-Ｚ]社$", Assert.Single(first).Text);
        Assert.Equal([.. first, new Pseudonym(PersonalDataKind.Company, "あおば物流", second[1].Text)], second);
        Assert.NotEqual(first[0].Text, second[1].Text);
    }

    [Fact]
    public void An_import_taken_back_leaves_no_name_in_the_key_and_its_pseudonym_to_nobody_else()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        var import = store.Import(WorkspaceFolder.Batch(InventedFiles.Table("回答.csv", ("青葉", "みどり食品の話。")))).Import!.Value;
        var first = store.GivePseudonyms([(PersonalDataKind.Company, "みどり食品")], ImmutableHashSet<string>.Empty, PrivacyWords.Default);
        store.Undo(import, "佐倉", WorkspaceFolder.Noon);
        Assert.DoesNotContain("みどり", string.Concat(folder.Query("SELECT name FROM pseudonyms")), StringComparison.Ordinal);
        var others = Enumerable.Range(0, 25).Select(i => (PersonalDataKind.Company, $"会社{i:00}")).ToList();
        Assert.DoesNotContain(first[0].Text, store.GivePseudonyms(others, ImmutableHashSet<string>.Empty, PrivacyWords.Default).Where(p => others.Contains((p.Kind, p.Name))).Select(p => p.Text));
        Assert.Contains(first[0], store.GivePseudonyms([(PersonalDataKind.Company, "みどり食品")], ImmutableHashSet<string>.Empty, PrivacyWords.Default));
    }

    [Fact]
    public void The_last_decision_on_a_name_counts()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.DecideNames([new NameDecision(PersonalDataKind.Person, "山田", ReviewDecision.Leave)], "田中", DateTimeOffset.UnixEpoch);
        store.DecideNames([new NameDecision(PersonalDataKind.Person, "山田", ReviewDecision.Mask)], "田中", DateTimeOffset.UnixEpoch);
        var entry = Assert.Single(PersonalDataReview.Of([("1", "山田さんが来た。")], [], store.NameDecisions(), PrivacyWords.Default));
        Assert.Equal(ReviewDecision.Mask, entry.Decision);
    }

    private static AnalysisFindings Masked(AnalysisFindings? findings = null)
    {
        var (words, all) = (PrivacyWords.Default, findings ?? Findings);
        var review = Publication.Review(all, [], words);
        var names = Pseudonyms.Of(Publication.Names(all, review, words), [], Publication.Taken(all), [1, 2, 3], words);
        return Publication.Masked(all, new Masking(review, names, words), words);
    }
}
