using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Workspace;

public sealed class ImportMatchingTests
{
    [Fact]
    public void An_inserted_row_moves_the_rows_below_and_changes_no_other()
    {
        var before = Rows("青葉:はい", "若草:はい", "桜:はい");
        var after = Rows("松:はい", "青葉:はい", "若草:はい", "桜:はい");
        Assert.Equal(
            [new(MatchKind.Added, null), new(MatchKind.Moved, 0), new(MatchKind.Moved, 1), new(MatchKind.Moved, 2)],
            ImportMatching.Match(before, after).AsEnumerable());
    }

    [Fact]
    public void The_same_answer_of_another_respondent_at_the_same_place_is_not_taken_for_it()
    {
        // Both said the same; sorting swapped them.
        Assert.Equal(
            [new(MatchKind.Moved, 1), new(MatchKind.Moved, 0)],
            ImportMatching.Match(Rows("青葉:はい", "若草:はい"), Rows("若草:はい", "青葉:はい")).AsEnumerable());
    }

    [Fact]
    public void A_corrected_name_keeps_the_comment()
    {
        var match = Assert.Single(ImportMatching.Match(Rows("青ば:送迎が足りない"), Rows("青葉:送迎が足りない")));
        Assert.Equal(new CommentMatch(MatchKind.Redescribed, 0), match);
        Assert.True(match.KeepsId);
    }

    [Fact]
    public void A_corrected_year_or_attribute_keeps_the_comment()
    {
        var before = Rows("青葉:送迎が足りない", "若草:道が暗い");
        Comment[] after = [before[0] with { Year = 2024 }, before[1] with { Attributes = [new("地区", "北")] }];
        Assert.All(ImportMatching.Match(before, after), m => Assert.Equal(MatchKind.Redescribed, m.Kind));
    }

    [Fact]
    public void A_meetings_id_that_moves_with_the_lines_is_no_correction()
    {
        Comment[] before = [.. Rows(":車が足りない").Select(c => c with { Meeting = "記録.txt:3" })];
        Comment[] after = [.. Rows(":", ":車が足りない")[1..].Select(c => c with { Meeting = "記録.txt:4" })];
        Assert.Equal([new(MatchKind.Moved, 0)], ImportMatching.Match(before, after).AsEnumerable());
    }

    [Fact]
    public void Corrected_words_are_a_new_comment_even_below_an_inserted_row()
    {
        var match = ImportMatching.Match(Rows("青葉:送迎が足りない", "若草:道が暗い"), Rows("松:段差", "青葉:送迎が全く足りない", "若草:道が暗い"));
        Assert.Equal([new(MatchKind.Added, null), new(MatchKind.Reworded, 0), new(MatchKind.Moved, 1)], match.AsEnumerable());
        Assert.False(match[1].KeepsId);
    }

    [Theory]
    [InlineData("利用料が重いので利用を控える。", "利用料が重いので、利用を控える．")]
    [InlineData("回数を減らしてほしい（3）。", "回数を　減らしてほしい(３)")]
    [InlineData("パソコンが足りない", "ﾊﾟｿｺﾝが足りない。")]
    [InlineData("「料金」の話\nをした", "料金の話を した")]
    [InlineData("10～15時に来る", "10〜15時に来る。")]
    public void Other_punctuation_white_space_or_width_is_the_same_comment(string before, string after)
    {
        foreach (var rows in new[] { Rows("青葉:" + after), Rows("松:段差", "青葉:" + after), Rows("若草:" + after) })
        {
            var match = ImportMatching.Match(Rows("青葉:" + before), rows)[^1];
            Assert.Equal((MatchKind.Repunctuated, 0, true), (match.Kind, match.Before, match.KeepsId));
        }
    }

    [Theory]
    [InlineData("もっと来てほしい。", "もっと来て欲しい。")]
    [InlineData("研修は必要だ。", "研修は必要だ？")]
    [InlineData("週に3、4回来る", "週に34回来る")]
    [InlineData("週に1.5時間", "週に15時間")]
    [InlineData("2 3人", "23人")]
    [InlineData("○", "×")]
    [InlineData("…", "。")]
    public void Other_words_numbers_questions_or_symbols_are_another_comment(string before, string after) =>
        Assert.Equal(MatchKind.Reworded, Assert.Single(ImportMatching.Match(Rows("青葉:" + before), Rows("青葉:" + after))).Kind);

    [Fact]
    public void An_id_that_a_moved_comment_carries_is_given_to_no_other()
    {
        var before = Rows("青葉:はい");
        var after = Rows("松:はい", "青葉:はい");
        var comments = ImportMatching.WithIds("key", before, after, ImportMatching.Match(before, after));
        Assert.Equal(before[0].Id, comments[1].Id);
        Assert.Equal(CommentId.Of("key#2", after[0].Place, "はい"), comments[0].Id);
    }

    [Fact]
    public void An_unchanged_file_is_all_unchanged_with_all_ids()
    {
        var rows = Rows("青葉:はい", "青葉:はい", ":いいえ", "若草:はい");
        var matches = ImportMatching.Match(rows, rows);
        Assert.Equal(Enumerable.Range(0, 4).Select(i => new CommentMatch(MatchKind.Unchanged, i)), matches);
        Assert.Equal(rows.Select(c => c.Id), ImportMatching.WithIds("key", rows, rows, matches).Select(c => c.Id));
    }

    [Fact]
    public void No_comment_is_used_twice_and_ids_stay_different_whatever_the_correction()
    {
        var row = Gen.Elements("青葉:はい", "青葉:いいえ", "若草:はい", ":はい", ":車", "松:車");
        var table = Gen.ListOf(row).Select(rows => Rows([.. rows]));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(Arb.From(table), Arb.From(table), (before, after) =>
            {
                var matches = ImportMatching.Match(before, after);
                var used = matches.Where(m => m.Before is not null).Select(m => m.Before!.Value).ToList();
                Assert.Equal(used.Count, used.Distinct().Count());
                Assert.All(matches.Zip(after).Where(m => m.First.KeepsId), m => Assert.Equal(before[m.First.Before!.Value].Text, m.Second.Text));
                var ids = ImportMatching.WithIds("key", before, after, matches).Select(c => c.Id).ToList();
                Assert.Equal(ids.Count, ids.Distinct().Count());
                foreach (var text in after.Select(c => c.Text).Distinct())
                {
                    // As many keep their id as the respondents of the words allow.
                    var least = before.Where(c => c.Text == text).GroupBy(c => c.Respondent ?? string.Empty)
                        .Sum(g => Math.Min(g.Count(), after.Count(c => c.Text == text && (c.Respondent ?? string.Empty) == g.Key)));
                    Assert.True(matches.Zip(after).Count(m => m.First.KeepsId && m.Second.Text == text) >= least);
                }
            }));
    }

    private static Comment[] Rows(params string[] answers) =>
    [
        .. answers.Select((a, i) =>
        {
            var (who, text) = (a[..a.IndexOf(':', StringComparison.Ordinal)], a[(a.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            return Samples.Comment(text, who.Length > 0 ? who : null, line: i + 2, source: "key");
        }),
    ];
}
