using System.Text.Json;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Tests.Samples;

public sealed class SampleTests
{
    [Fact]
    public void Questionnaire_comments_have_their_words_lines_and_centre() =>
        Assert.Equal(SampleFiles.Truth("questionnaire.jsonl").Select(SampleFiles.Line), SampleFiles.Read("questionnaire").Comments.Select(SampleFiles.Line));

    [Fact]
    public void Questionnaire_comments_keep_the_heading_above_them() =>
        Assert.Equal(
            SampleFiles.Truth("questionnaire.jsonl").Select(row => row.GetProperty("headings").EnumerateArray().Select(h => h.GetString()!.Trim('＜', '＞', '【', '】')).LastOrDefault()),
            SampleFiles.Read("questionnaire").Comments.Select(c => c.Attributes.LastOrDefault(a => a.Name == CommentAttribute.Heading)?.Value.Trim('＜', '＞', '【', '】')));

    [Fact]
    public void Questionnaire_answer_without_anything_to_say_is_left_out()
    {
        var leftOut = Assert.Single(SampleFiles.Read("questionnaire").LeftOut, l => l.Reason == LeftOutReason.NothingToSay);
        Assert.Equal("つむぎて野", leftOut.Respondent);
    }

    [Fact]
    public void Questionnaire_tables_count_by_centre_and_year_and_one_total_is_wrong()
    {
        var corpus = SampleFiles.Read("questionnaire");
        Assert.Equal([16, 16], corpus.Tables.Select(t => t.Rows.Length));
        Assert.All(corpus.Tables, t => Assert.Equal([2023, 2024], t.Columns.Select(c => c.Year)));
        Assert.Equal([1023m, 1032m], corpus.Tables[0].Total!.Values);
        Assert.Equal([55m, 85m], corpus.Tables[1].Total!.Values);
        var problem = Assert.Single(corpus.Problems);
        Assert.InRange(problem.Line!.Value, corpus.Tables[1].Place.LineStart, corpus.Tables[1].Place.LineEnd);
    }

    [Theory]
    [InlineData("area-exchange-r6.txt")]
    [InlineData("council-subcommittee-r7.txt")]
    public void Minutes_comments_have_their_words_lines_and_speaker(string file)
    {
        var truth = Meeting(file);
        Assert.Equal(
            truth.GetProperty("comments").EnumerateArray().Select(SampleFiles.Line),
            SampleFiles.Read("minutes/" + file).Comments.Select(SampleFiles.Line));
    }

    [Theory]
    [InlineData("area-exchange-r6.txt")]
    [InlineData("council-subcommittee-r7.txt")]
    public void Minutes_say_when_where_and_how_many(string file)
    {
        var truth = Meeting(file);
        var meeting = Assert.Single(SampleFiles.Read("minutes/" + file).Meetings);
        Assert.Equal(truth.GetProperty("date").GetString(), meeting.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(SampleFiles.Squeeze(truth.GetProperty("venue").GetString()), SampleFiles.Squeeze(meeting.Venue));
        Assert.Equal(Number(truth.GetProperty("organisations")), meeting.Organisations);
        Assert.Equal(Number(truth.GetProperty("people")), meeting.People);
        Assert.Equal(SampleFiles.Squeeze(truth.GetProperty("topic").GetString()), SampleFiles.Squeeze(meeting.Topic));
    }

    [Fact]
    public void Survey_in_CP932_adds_up()
    {
        var corpus = SampleFiles.Read("survey-two-years");
        Assert.Equal("cp932", Assert.Single(corpus.Sources).Encoding);
        Assert.Empty(corpus.Problems);
        Assert.Equal(147, corpus.Comments.Length);
        Assert.Equal(8, corpus.LeftOut.Count(l => l.Reason == LeftOutReason.NothingToSay));
        Assert.Equal(25, corpus.LeftOut.Count(l => l.Reason == LeftOutReason.Blank));
        Assert.Equal(45, corpus.LeftOut.Count(l => l.Reason == LeftOutReason.NotAsked));
        Assert.Equal(24, corpus.Comments.Select(c => c.Respondent).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([2024, 2025], corpus.Comments.Select(c => c.Year).Distinct().Order());
        Assert.Equal(5, corpus.Comments.Select(c => c.Question).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(corpus.Comments, c => c.Text == "髙い段差のある職場で、①手すり②照明の工事を会社がしてくれた。");
    }

    [Fact]
    public void Statement_paragraphs_and_excerpts_have_their_words_lines_and_kind()
    {
        var comments = SampleFiles.Read("statement").Comments;
        foreach (var row in SampleFiles.Truth("statement.jsonl"))
        {
            var found = Assert.Single(comments, c => c.Place.LineStart == row.GetProperty("lineStart").GetInt32());
            Assert.Equal(row.GetProperty("kind").GetString(), found.Kind.ToString());
            Assert.Equal(row.GetProperty("lineEnd").GetInt32(), found.Place.LineEnd);
            Assert.Equal(SampleFiles.Squeeze(row.GetProperty("text").GetString()), SampleFiles.Squeeze(found.Text));
        }
    }

    [Fact]
    public void Report_passages_stand_under_results_and_its_tables_are_this_year_first()
    {
        var corpus = SampleFiles.Read("report");
        var truth = SampleFiles.Truth("report.jsonl");
        var passages = corpus.Comments.Where(c => c.Kind == CommentKind.Report).ToList();
        Assert.Equal(
            truth.Select(row => (row.GetProperty("lineStart").GetInt32(), row.GetProperty("lineEnd").GetInt32(), SampleFiles.Squeeze(row.GetProperty("text").GetString()).TrimStart('①', '②'))),
            passages.Select(c => (c.Place.LineStart, c.Place.LineEnd, SampleFiles.Squeeze(c.Text).TrimStart('①', '②'))));
        Assert.Equal([4, 4, 4], corpus.Tables.Select(t => t.Rows.Length));
        Assert.All(corpus.Tables, t => Assert.Equal([2025, 2024], t.Columns.Select(c => c.Year)));
        var problem = Assert.Single(corpus.Problems);
        Assert.InRange(problem.Line!.Value, corpus.Tables[2].Place.LineStart, corpus.Tables[2].Place.LineEnd);
    }

    private static JsonElement Meeting(string file) =>
        SampleFiles.Truth("minutes.jsonl").Single(row => row.GetProperty("file").GetString() == file);

    private static int? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetInt32();
}
