using System.Diagnostics;
using System.Globalization;
using FeedbackLab.Analysis.Search.Language;

namespace FeedbackLab.Analysis.Tests.Search.Language;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("引継ぎ", "引継ぎ")]
    [InlineData("引継ぎ 時期", "(引継ぎ & 時期)")]
    [InlineData("引継ぎ　時期", "(引継ぎ & 時期)")]
    [InlineData("引継ぎ AND 時期", "(引継ぎ & 時期)")]
    [InlineData("引継ぎ OR 時期", "(引継ぎ | 時期)")]
    [InlineData("引継ぎ または 時期", "(引継ぎ | 時期)")]
    [InlineData("a b OR c", "((a & b) | c)")]
    [InlineData("a AND NOT b", "(a & !b)")]
    [InlineData("a -b", "(a & !b)")]
    [InlineData("a －b ＋c", "(a & !b & c)")]
    [InlineData("a && !b || c", "((a & !b) | c)")]
    [InlineData("（a ＯＲ b）c", "((a | b) & c)")]
    [InlineData("\"引継ぎの 時期\"", "\"引継ぎの 時期\"")]
    [InlineData("\"支援者の\\\"四者\\\"\" 会議", "(\"支援者の\"四者\"\" & 会議)")]
    [InlineData("“支援者の\\”四者”", "\"支援者の”四者\"")]
    [InlineData("\"C:\\図\\\\\"", "\"C:\\図\\\"")]
    [InlineData("回答者:\"みさき\\\"北\\\"\"", "回答者:みさき\"北\"")]
    [InlineData("“引継ぎ”~3", "\"引継ぎ\"~3")]
    [InlineData("year:[2019 TO 2021]", "year:[2019..2021]")]
    [InlineData("年：{2019 TO *]", "年:{2019..*]")]
    [InlineData("回答者:みさき", "回答者:みさき")]
    [InlineData("回答者:\"みさき センター\"", "回答者:みさき センター")]
    [InlineData("回答者:(みさき OR はまべ)", "(回答者:みさき | 回答者:はまべ)")]
    [InlineData("10:30", "10:30")]
    [InlineData("引* コ?プ", "(引*? & コ?プ?)")]
    [InlineData("引\\*", "引*")]
    [InlineData("就労~ 移行~2", "(就労~1 & 移行~2)")]
    [InlineData("引継ぎ^2.5", "引継ぎ^2.5")]
    [InlineData("引継ぎ NEAR/5 連絡", "<引継ぎ 5 連絡>")]
    [InlineData("引継ぎ NEAR/5> 連絡", "<引継ぎ 5> 連絡>")]
    [InlineData("引継ぎ ONEAR/0 連絡", "<引継ぎ 0> 連絡>")]
    [InlineData("=引き継ぎ", "=引き継ぎ")]
    [InlineData("＝\"引き継ぎ の\"", "=引き継ぎ の")]
    [InlineData("*:*", "#")]
    [InlineData("ORACLE ANDROID", "(ORACLE & ANDROID)")]
    [InlineData("e-mail", "e-mail")]
    [InlineData("月1～2回", "月1～2回")]
    [InlineData("５～10人 10時～15時 2019年〜2021年", "(５～10人 & 10時～15時 & 2019年〜2021年)")]
    [InlineData("5~10 4月～", "(5~10 & 4月～)")]
    [InlineData("covid19~1 就労～2", "(covid19~1 & 就労~2)")]
    [InlineData("利用料はいくら？", "利用料はいくら")]
    [InlineData("疑問？？ コ？プ", "(疑問 & コ?プ?)")]
    [InlineData("疑問? コ?プ？", "(疑問?? & コ?プ??)")]
    [InlineData("学校||国", "(学校 | 国)")]
    [InlineData("学校&&国", "(学校 & 国)")]
    [InlineData("学校 & 国 ｜ 市", "((学校 & 国) | 市)")]
    [InlineData("学校 &(国|市)", "(学校 & 国|市)")]
    [InlineData("R&D", "R&D")]
    [InlineData("http://example.jp/a?b=1", "http://example.jp/a?b=1")]
    [InlineData("（株）みさき", "（株）みさき")]
    [InlineData("みさき(株) 名簿", "(みさき(株) & 名簿)")]
    [InlineData("(株)", "(株)")]
    [InlineData("(株 OR 有)", "(株 | 有)")]
    public void A_query_reads_as_its_tree(string query, string tree) => Assert.Equal(tree, Tree(QueryParser.Parse(query).Query!));

    [Theory]
    [InlineData("引継ぎ AND (連絡", 8, "引継ぎ AND (連絡)")]
    [InlineData("引継ぎ)", 3, "引継ぎ")]
    [InlineData("\"引継ぎ", 0, "\"引継ぎ\"")]
    [InlineData("\"引継ぎ\\\"", 0, "\"引継ぎ\\\"\"")]
    [InlineData("引継ぎ AND", 7, "引継ぎ")]
    [InlineData("OR 引継ぎ", 0, null)]
    [InlineData("", 0, null)]
    [InlineData("a 年:", 2, "a")]
    [InlineData("a NEAR b", 2, "a NEAR/5 b")]
    [InlineData("a NEAR/5", 8, null)]
    [InlineData("a NEAR/5 (b c)", 9, null)]
    [InlineData("年:2020 NEAR/5 a", 0, null)]
    [InlineData("x (\"a b\"~2 NEAR/5 c)", 3, null)]
    [InlineData("年:[2019 2021]", 2, null)]
    [InlineData("a 年:[2020 TO 2019]", 4, "a 年:[2019 TO 2020]")]
    [InlineData("a^x", 1, "a")]
    [InlineData("就労~9", 2, "就労~2")]
    [InlineData("\"\"", 0, null)]
    [InlineData("]", 0, "\\]")]
    public void What_cannot_be_read_is_told_with_its_place_and_a_proposal(string query, int start, string? proposal)
    {
        var failure = QueryParser.Parse(query).Failure!;
        Assert.Equal((start, proposal), (failure.Start, failure.Proposal));
        Assert.True(proposal is null || QueryParser.Parse(proposal).Failure is null);
    }

    [Fact]
    public void Ten_thousand_hostile_queries_are_read_or_refused_in_no_time()
    {
        var state = 5u;
        int Next(int below) => (int)(((state = (state * 1664525u) + 1013904223u) >> 8) % (uint)below);
        const string Marks = "()[]{}\"*?~^:=+-!&|/\\>＊（）：“”　 引継ぎAORNDTE0123456789ナカポツ\uD842\uDFB7\uD800\0\u3099";
        for (var i = 0; i < 10_000; i++)
        {
            var query = string.Concat(Enumerable.Range(0, Next(40)).Select(_ => Marks[Next(Marks.Length)]));
            var parse = QueryParser.Parse(query);
            Assert.True(parse.Query is null != parse.Failure is null, query);
            Assert.True(parse.Failure is null || (parse.Failure.Start >= 0 && parse.Failure.Start <= query.Length), query);
            Assert.True(parse.Failure?.Proposal is not { } proposal || QueryParser.Parse(proposal).Failure is null, query);
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("NOT ")]
    [InlineData("-")]
    [InlineData("a OR ")]
    [InlineData("\"a\"")]
    [InlineData("a NEAR/5 ")]
    [InlineData("年:(")]
    public void Long_repetitions_end_soon(string part)
    {
        var clock = Stopwatch.StartNew();
        QueryParser.Parse(string.Concat(Enumerable.Repeat(part, QueryParser.Longest / part.Length)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), part);
    }

    private static string Tree(QueryNode node) => node switch
    {
        WordNode word => word.Text + (word.IsPattern ? "?" : "") + (word.Edits > 0 ? $"~{word.Edits}" : ""),
        PhraseNode phrase => $"\"{phrase.Text}\"" + (phrase.Slop > 0 ? $"~{phrase.Slop}" : ""),
        SurfaceNode surface => "=" + surface.Text,
        FieldNode field => $"{field.Name}:{field.Value}",
        RangeNode range => $"{range.Name}:{(range.IncludesFrom ? '[' : '{')}{range.From ?? "*"}..{range.To ?? "*"}{(range.IncludesTo ? ']' : '}')}",
        GroupNode group => $"({string.Join(group.IsAll ? " & " : " | ", group.Parts.Select(Tree))})",
        NotNode not => "!" + Tree(not.Part),
        NearNode near => $"<{Tree(near.Left)} {near.Distance}{(near.InOrder ? ">" : "")} {Tree(near.Right)}>",
        BoostNode boost => Tree(boost.Part) + "^" + boost.Factor.ToString(CultureInfo.InvariantCulture),
        _ => "#",
    };
}
