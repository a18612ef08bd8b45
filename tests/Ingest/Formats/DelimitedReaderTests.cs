using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Tests.Formats;

public sealed class DelimitedReaderTests
{
    private const string Wide = "回答者,年度,定着支援で困っていること,良かったこと,満足度\nみなと,令和5年度,\"引き継ぎが\n遅い\",職員が親切だった,4\nひだまり,R5,特になし,,3\nあおば,2023,企業の理解が足りない,訪問が早い,5\nゆめ,2023\n";

    [Fact]
    public void Each_question_of_a_wide_table_is_a_column_of_comments()
    {
        var corpus = Folder.Read("a.csv", Wide);

        Assert.Equal(
            [ColumnRole.Respondent, ColumnRole.Year, ColumnRole.Text, ColumnRole.Text, ColumnRole.Attribute],
            corpus.Sources[0].Columns.Select(c => c.Role));
        Assert.Equal(4, corpus.Comments.Length);
        Assert.All(corpus.Comments, c => Assert.Equal(2023, c.Year));
        Assert.Equal((2, 3), (corpus.Comments[0].Place.LineStart, corpus.Comments[0].Place.LineEnd));
    }

    [Theory]
    [InlineData("意見ID,回答者,年,出典,意見,コード,コード名,状態,スコア,ルール,誰が,いつ,版\n1,みなと,,,引継ぎが遅い,x,y,,,,,,\n")]
    [InlineData("\uFEFF\"comment_id\";\"code\";\"who\"\n1;x;y\n")]
    [InlineData("ID,資料,種類,回答者,会議,設問,意見,コード,コード名\n1,a.csv,answer,みなと,,,引継ぎが遅い,,\n")]
    [InlineData("コード,テーマ,2024年度,2024年度（分母）,p（Holm）,言えること\nx,引継ぎ,1,2,,\n")]
    [InlineData("ID,回答者,会議,年,設問,テーマ,型,意見,出典\n1,みなと,,,,,,引継ぎが遅い,a\n")]
    [InlineData("Left,Match,Right,Respondent,Year,Citation,ID\nx,y,z,,,a,1\n")]
    public void A_table_that_the_program_wrote_itself_is_no_table_of_answers(string text)
    {
        var corpus = Folder.Read("a.csv", text);

        Assert.Empty(corpus.Comments);
        Assert.Equal(ProblemSeverity.Notice, Assert.Single(corpus.Problems).Severity);
        Assert.Contains("FeedbackLab が書き出した", corpus.Problems[0].What.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ID,意見\n1,引継ぎが遅い\n")]
    [InlineData("コード,回答者,意見\n1,みなと,引継ぎが遅い\n")]
    [InlineData("意見ID,意見\n1,引継ぎが遅い\n")]
    public void A_table_with_some_of_the_same_headers_is_one(string text) => Assert.Single(Folder.Read("a.csv", text).Comments);

    [Fact]
    public void Blank_cells_and_nothing_to_say_stay_in_the_ledger_with_their_respondent()
    {
        var corpus = Folder.Read("a.csv", Wide);

        Assert.Equal([LeftOutReason.NothingToSay, LeftOutReason.Blank], corpus.LeftOut.Select(l => l.Reason));
        Assert.All(corpus.LeftOut, l => Assert.Equal("ひだまり", l.Respondent));
    }

    [Fact]
    public void A_cell_without_words_keeps_what_the_other_columns_of_its_row_say()
    {
        var corpus = Folder.Read("a.csv", Wide);

        Assert.Equal([new CommentAttribute("満足度", "3")], corpus.LeftOut[0].Attributes);
    }

    [Fact]
    public void Of_many_rows_which_are_read_on_several_cores_everything_keeps_its_order()
    {
        var rows = Enumerable.Range(1, 5000).Select(i => $"センター{i % 90},2023,{(i % 7 == 0 ? "特になし" : $"{i}番の引き継ぎが遅い")}\n");
        var corpus = Folder.Read("a.csv", "回答者,年度,困っていること\n" + string.Concat(rows));

        Assert.Equal(Enumerable.Range(1, 5000).Where(i => i % 7 != 0).Select(i => ($"センター{i % 90}", $"{i}番の引き継ぎが遅い", (int?)(i + 1))), corpus.Comments.Select(c => (c.Respondent!, c.Text, c.Place.Row)));
        Assert.Equal(Enumerable.Range(1, 5000).Where(i => i % 7 == 0).Select(i => (int?)(i + 1)), corpus.LeftOut.Select(l => l.Place.Row));
    }

    [Fact]
    public void A_row_that_does_not_fit_the_header_is_an_error_with_its_line()
    {
        var problem = Assert.Single(Folder.Read("a.csv", Wide).Problems);

        Assert.Equal((ProblemSeverity.Error, 6), (problem.Severity, problem.Line));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Blank_lines_are_no_rows_and_count_as_lines(string end)
    {
        var corpus = Folder.Read("a.csv", string.Join(end, "", "センター名,御意見", "", "", "みさき,\"様式が", "", "ばらばら\"", "", "いずみ,書類が多い。", "", "", "こだま,特になし,", "", "はまべ,会議,多い", ""));

        Assert.Equal([(5, 7), (9, 9)], corpus.Comments.Select(c => (c.Place.LineStart, c.Place.LineEnd)));
        Assert.Equal(12, Assert.Single(corpus.LeftOut).Place.LineStart);
        Assert.Equal(14, Assert.Single(corpus.Problems).Line);
    }

    [Theory]
    [InlineData("はまべ,\"会議が多い。\nいずみ,書類が多い。\nこだま,職員が足りない。\n")]
    [InlineData("はまべ,\"会議が多い。\nいずみ,書類が多い。\nこだま,\"職員が足りない。\"\n")]
    public void A_quote_that_is_not_closed_is_an_error_with_its_line_and_swallows_no_row_below(string rows)
    {
        var corpus = Folder.Read("a.csv", "センター名,御意見\nみさき,\"記録の様式が\nばらばらである。\"\n" + rows);

        Assert.Equal((ProblemSeverity.Error, 4), (Assert.Single(corpus.Problems).Severity, corpus.Problems[0].Line));
        Assert.Equal(["みさき", "いずみ", "こだま"], corpus.Comments.Select(c => c.Respondent));
        Assert.Equal([2, 5, 6], corpus.Comments.Select(c => c.Place.LineStart));
    }

    [Theory]
    [InlineData("みさき,\"会議が\"\"また\"\"\n多い。\",1\n", "会議が\"また\"\n多い。")]
    [InlineData("みさき,\"会議\"が多い。,1\n", "会議が多い。")]
    [InlineData("みさき,会議が\"多い。,1\n", "会議が\"多い。")]
    [InlineData("みさき,1,\"会議が多い。\n\n", "会議が多い。")]
    public void A_quote_that_swallows_nothing_is_read(string row, string text)
    {
        var corpus = Folder.Read("a.csv", "センター名,御意見,要望\n" + row);

        Assert.Empty(corpus.Problems);
        Assert.Contains(corpus.Comments, c => c.Text == text);
    }

    [Fact]
    public void Headers_with_a_quote_that_is_not_closed_name_no_other_row()
    {
        var corpus = Folder.Read("a.csv", "センター名,\"御意見\nみさき,会議が多い。\nはまべ,書類が多い。\n");

        Assert.Empty(corpus.Comments);
        Assert.Contains(corpus.Problems, p => p.What.Ja.Contains("引用符", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_named_tsv_is_separated_by_tabs_whatever_its_headers_say()
    {
        var corpus = Folder.Read("a.tsv", "令和8年度 課題,要望,意見の一覧\t\t\nNo.\tセンター名\t課題（職員,予算,会議等）\n1\tみさき\t会議が多い。\n");

        Assert.Empty(corpus.Problems);
        Assert.Equal(("みさき", "会議が多い。"), (Assert.Single(corpus.Comments).Respondent, corpus.Comments[0].Text));
    }

    [Fact]
    public void Rows_of_separators_alone_are_nobody_s()
    {
        var corpus = Folder.Read("a.csv", "センター名,御意見\nみさき,会議が多い。\n,\nはまべ,\n,\n,\n");

        Assert.Equal("はまべ", Assert.Single(corpus.LeftOut).Respondent);
    }

    [Fact]
    public void Without_names_a_row_of_separators_between_others_is_somebody_without_an_answer()
    {
        var corpus = Folder.Read("a.csv", "困っていること,ご要望\n会議が多い。,研修を増やしてほしい。\n,\n書類が多い。,説明会を開いてほしい。\n,\n");

        Assert.Equal([3, 3], corpus.LeftOut.Select(l => l.Place.Row));
    }

    [Fact]
    public void A_semicolon_far_down_in_the_only_column_separates_nothing()
    {
        var rows = Enumerable.Range(1, 30).Select(i => $"窓口の案内が{i}回とも遅れました。").Append("プール;温水の方を使いたいです。");
        var corpus = Folder.Read("a.csv", "text\n" + string.Join('\n', rows) + "\n");

        Assert.Empty(corpus.Problems);
        Assert.Equal(31, corpus.Comments.Length);
    }

    [Fact]
    public void The_user_decides_what_a_column_is()
    {
        var options = new ReadOptions { Columns = [new ColumnReading("良かったこと", ColumnRole.Ignored)] };

        Assert.Equal(2, Folder.Read("a.csv", Wide, options).Comments.Length);
    }

    [Fact]
    public void A_long_table_names_the_question_in_each_row()
    {
        var corpus = Folder.Read("a.csv", "設問;回答;地域\nQ1;利用料が高い;北\nQ1;説明の資料がほしい;南\nQ2;ない;南\n");

        Assert.Equal(["Q1", "Q1"], corpus.Comments.Select(c => c.Question));
        Assert.Equal([new CommentAttribute("地域", "北")], corpus.Comments[0].Attributes);
        Assert.Equal("Q2", Assert.Single(corpus.LeftOut).Question);
    }

    [Theory]
    [InlineData("特になし")]
    [InlineData("特にありません。")]
    [InlineData("ない")]
    [InlineData("無し")]
    [InlineData("－")]
    public void Ways_of_saying_nothing_are_known(string text) => Assert.True(NothingToSay.Matches(text));

    [Theory]
    [InlineData("なしくずしに決まった")]
    [InlineData("時間がない")]
    public void Words_that_only_begin_or_end_so_are_comments(string text) => Assert.False(NothingToSay.Matches(text));
}
