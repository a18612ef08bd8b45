using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Tests;

/// <summary>Findings written by hand, so that a recorded chart changes only when the drawing does.</summary>
internal static class HandMadeFindings
{
    private static readonly ImmutableArray<string> Names = ["はるかぜ", "みなと就業・生活支援センター＜南＞", "やまなみ"];

    /// <summary>Three centres over two years: fees from two of them, handover from one and from nobody known, a third theme from none.</summary>
    public static AnalysisFindings Of()
    {
        var comments = ImmutableArray.Create(
            Comment(1, Names[0], 2023, "利用料の説明に時間がかかります。", "fees", 0, 3),
            Comment(2, Names[1], 2024, "利用料が生じると聞いて取り下げる方がいます。", "fees", 0, 3),
            Comment(3, Names[1], 2024, "引継ぎの時期が年度末に重なります。", "handover", 0, 3),
            Comment(4, null, 2024, "引継ぎの面談が組めません。", "handover", 0, 3),
            Comment(5, Names[0], 2024, "庭の花がきれいです。", null, 0, 0));
        var codes = ImmutableArray.Create(Code("fees", "利用料・自己負担", "User fees"), Code("handover", "引継ぎの時期・進め方", "Handover"), Code("staff", "支援の質・人材", "Staff"));
        var line = new LedgerLine(string.Empty, 5, 5, 0, 0, 0, 0, 0, 0, 0, 1);
        return new AnalysisFindings(
            new AnalysisOptions(),
            new CommentCorpus([new Source("調査.csv", "00", SourceFormat.Delimited, "utf-8", "春の調査", null, 6, [])], [.. comments.Select(c => c.Comment)], [], [], [], [], []),
            new Codebook("見本", codes),
            new Ledger(line, [line with { Source = "調査.csv" }]),
            Names,
            [2023, 2024],
            comments,
            [],
            [.. codes.Select(c => Theme(c, comments))],
            []);
    }

    private static Code Code(string id, string ja, string en) => new(id, new(ja, en), new(ja, en), string.Empty, string.Empty, [], []);

    private static AnalysedComment Comment(int line, string? respondent, int year, string text, string? code, int start, int end) => new(
        new Comment($"c{line}", "調査.csv", CommentKind.Answer, respondent, null, null, year, new Place(line + 1, line + 1), text, []),
        code is null ? [] : [new Coding(code, 0.5, [new TextSpan(start, end)])],
        [],
        null);

    private static ThemeFinding Theme(Code code, ImmutableArray<AnalysedComment> comments)
    {
        var own = comments.Where(c => c.Codings.Any(k => k.Code == code.Id)).Select(c => c.Comment).ToList();
        var byRespondent = own.Where(c => c.Respondent is not null).GroupBy(c => c.Respondent!)
            .Select(g => new RespondentMentions(g.Key, [.. g.Select(c => c.Id)])).ToImmutableArray();
        var byYear = new[] { (Year: 2023, Asked: 1, All: 1), (Year: 2024, Asked: 2, All: 4) }.Select(y =>
        {
            var said = own.Where(c => c.Year == y.Year).ToList();
            return new YearMentions(
                y.Year,
                new DocumentFrequency(said.Select(c => c.Respondent).OfType<string>().Distinct().Count(), y.Asked),
                new DocumentFrequency(said.Count, y.All),
                [.. said.Select(c => c.Id)]);
        });
        return new ThemeFinding(
            code,
            new DocumentFrequency(byRespondent.Length, Names.Length),
            new DocumentFrequency(own.Count, comments.Length),
            default,
            own.Count(c => c.Respondent is null),
            [],
            [.. own.Take(1).Select(c => c.Id)],
            [.. own.Select(c => c.Id)],
            byRespondent,
            [.. byYear]);
    }
}
