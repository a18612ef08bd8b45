using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Privacy;

/// <summary>Words that are published apart from the comments: telling terms and the codebook.</summary>
public sealed class PublishedWordsTests
{
    private static readonly Code Fees = new("fees", new BilingualText("利用料", "Fees"), new BilingualText("利用料のこと", "Fees"), string.Empty, string.Empty, ["利用料", "減免"], []);

    [Fact]
    public void Parts_of_masked_names_are_no_telling_terms_and_words_that_stay_are()
    {
        string[] said =
        [
            "ダン・ミラーさんの利用料の減免を申請した。", "ダン・ミラーさんの利用料が高い。", "ダン・ミラーさんの利用料を(株)青葉食品に相談した。",
            "利用料の減免の連絡は dan_miller@sample.jp へ。", "森PSWが利用料を説明した。",
        ];
        var published = Published(said, new Codebook("料金", [Fees]), new NameDecision(PersonalDataKind.Person, "森", ReviewDecision.Mask));
        var masking = published.Masking;
        var terms = new PublishedTerms(published.Before, masking);
        Assert.All(["ミラー", "ダン", "ミラーさん", "青葉", "食品", "sample", "森", "森psw", "森PSW"], t => Assert.False(terms.Tells(t)));
        Assert.All(["利用料", "減免"], t => Assert.True(terms.Tells(t)));
        Assert.DoesNotContain(published.After.Themes.SelectMany(t => t.Terms), t => t.Contains("ミラー", StringComparison.Ordinal) || t.Contains('森', StringComparison.Ordinal));
    }

    [Fact]
    public void Names_in_a_codebook_are_on_the_review_list_and_masked_wherever_it_is_told()
    {
        var code = new Code(
            "partner",
            new BilingualText("株式会社青葉食品との連携", "With Aoba"),
            new BilingualText("桜井所長との連絡", "Contact"),
            "大野太一さんの件、電話 090-1111-2222",
            "利用料は「利用料」",
            ["連携", "桜井所長", "株式会社青葉食品"],
            ["大野太一さんと話した。"])
        { Rules = ["大野太一 and 連携"] };
        var published = Published(["連携の会議を開いた。", "会議を毎月開いた。"], new Codebook("大野太一さんのコードブック", [Fees, code]));
        Assert.All(["(株)青葉食品", "青葉食品", "株式会社青葉食品", "桜井", "大野太一", "090-1111-2222"], n => Assert.DoesNotContain(n, Told(published.After.Codebook) + string.Concat(published.After.Themes.Select(t => Told(new Codebook(string.Empty, [t.Code])))), StringComparison.Ordinal));
        Assert.Contains(published.Review, e => e.Name == "大野太一");
        Assert.Contains(published.Review, e => e.Kind == PersonalDataKind.Phone);
        var told = published.After.Codebook.Codes[1];
        Assert.Equal("partner", told.Id);
        Assert.Equal("利用料は「利用料」", told.Exclude);
        Assert.Equal(["連携"], told.Terms);
        Assert.EndsWith("との連携", told.Name.Ja, StringComparison.Ordinal);
        Assert.Equal(published.Before.Codebook.Codes[0], published.After.Codebook.Codes[0] with { Terms = Fees.Terms, Examples = Fees.Examples, Rules = Fees.Rules });
    }

    [Fact]
    public void Of_the_codebook_that_comes_with_the_program_nothing_is_to_be_reviewed_or_changed()
    {
        Assert.Empty(PublishedCodebook.Texts(CodebookReader.Default));
        var published = Published(["連携の会議を開いた。"], CodebookReader.Default);
        Assert.Equal(Told(CodebookReader.Default), Told(published.After.Codebook));
    }

    private static string Told(Codebook codebook) =>
        codebook.Name + string.Join('\n', codebook.Codes.SelectMany(c => new[] { c.Name.Ja, c.Name.En, c.Definition.Ja, c.Definition.En, c.Include, c.Exclude }.Concat(c.Terms).Concat(c.Examples).Concat(c.Rules)));

    private static (AnalysisFindings Before, AnalysisFindings After, ImmutableArray<ReviewEntry> Review, Masking Masking) Published(string[] said, Codebook codebook, params NameDecision[] decisions)
    {
        var words = PrivacyWords.Default;
        var findings = FeedbackAnalysis.Run(
            Samples.Corpus(said.Select((t, i) => Samples.Comment(t, line: i + 1))), codebook, LexiconReader.Default, new AnalysisOptions { Clusters = 1, Runs = 1 });
        var review = Publication.Review(findings, decisions, words);
        var names = Pseudonyms.Of(Publication.Names(findings, review, words), [], Publication.Taken(findings), [1, 2, 3], words);
        var masking = new Masking(review, names, words);
        return (findings, Publication.Masked(findings, masking, words), review, masking);
    }
}
