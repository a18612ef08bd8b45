using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Workspace;

/// <summary>Files of invented answers, as the reader would hand them over.</summary>
internal static class InventedFiles
{
    private const string Question = "困っていること";

    /// <summary>A table: one row an answer.</summary>
    public static CommentCorpus Table(string name, params (string? Respondent, string Text)[] answers) => Table(name, null, answers);

    public static CommentCorpus Table(string name, int? year, params (string? Respondent, string Text)[] answers)
    {
        var sha256 = Sha256(string.Join('\n', answers.Select(a => $"{a.Respondent},{a.Text}")) + year);
        var comments = answers.Select((a, i) =>
        {
            var place = new Place(i + 2, i + 2, null, i + 2, Question);
            return new Comment(CommentId.Of(sha256, place, a.Text), name, CommentKind.Answer, a.Respondent, null, Question, year, place, a.Text, []);
        });
        ImmutableArray<ColumnReading> columns = [new("事業所", ColumnRole.Respondent), new(Question, ColumnRole.Text)];
        var source = new Source(name, sha256, SourceFormat.Delimited, "utf-8", null, year, answers.Length + 1, columns);
        return new CommentCorpus([source], [.. comments], [], [], [], [], []);
    }

    /// <summary>Many answers, alike and unlike, for measuring.</summary>
    public static CommentCorpus Large(string name, int answers, int seed = 0) => Table(
        name, 2024, [.. Enumerable.Range(0, answers).Select(i => (
            (string?)$"第{(i * 7 + seed) % 311}事業所",
            string.Create(CultureInfo.InvariantCulture, $"夜間の見守りを頼める人が見つからず、{i % 97}か月待っている。送迎の便も週に{i % 5}回しかない（{(i % 10 == 0 ? 0 : i)}）。")))]);

    /// <summary>Everything that a corpus can hold, with all that can be null once null and once not.</summary>
    public static CommentCorpus Everything()
    {
        var minutes = new Source("会議/令和6年.txt", Sha256("minutes"), SourceFormat.Text, "cp932", "作業部会の記録", 2024, 80, []);
        var table = new Source("全部.csv", Sha256("table"), SourceFormat.Delimited, "utf-8", null, null, 9, [.. Enum.GetValues<ColumnRole>().Select(r => new ColumnReading($"列 {r}", r))]);
        var meeting = new Meeting("会議/令和6年.txt:3", minutes.Name, "第1回", new DateOnly(2024, 6, 3), "令和6年6月3日 午後2時", "公民館", 12, 30, "12事業所30人", "移動", "意見交換", new Place(3, 20, 1));
        var bare = new Meeting("会議/令和6年.txt:40", minutes.Name, string.Empty, null, null, null, null, null, null, null, null, new Place(40, 41));
        var counts = new CountTable(
            minutes.Name, "件数", [new("令和5年度", 2023), new("計", null)],
            [new("相談", [12m, null], 50), new("同行", [0.50m, 79228162514264337593543950335m], 51)], new CountRow("合計", [12.5m, null], 52), new Place(48, 52, 2));
        return new CommentCorpus(
            [minutes, table],
            [
                .. Enum.GetValues<CommentKind>().Select((k, i) => Comment(minutes, k, i + 5, "移動の足がない。") with { Meeting = i == 0 ? meeting.Id : null, Year = 2024 }),
                .. HostileText.Table.Where(t => t.Length > 0).Select((t, i) => Comment(table, CommentKind.Answer, i + 2, t) with
                {
                    Respondent = t,
                    Question = i % 2 == 0 ? null : t,
                    Place = new Place(i + 2, i + 3, i % 3 == 0 ? null : 4, i + 2, t),
                    Attributes = [new(CommentAttribute.Heading, t), new(t, "\"引用\" \\ と\n改行"), new("\uFFFF0041", "A\uFFFF")],
                }),
            ],
            [
                .. Enum.GetValues<LeftOutReason>().Select((r, i) => new LeftOut(minutes.Name, r, i == 0 ? "青葉" : null, i == 0 ? null : "問い", i == 0 ? 2023 : null, new Place(60 + i, 61 + i), "特になし")),
                new LeftOut(minutes.Name, LeftOutReason.Aside, null, "料金", null, new Place(80, 82), "料金の話が多い。") { Discussion = [new SourceHeading("考察", 78), new SourceHeading("料金", 79)] },
                new LeftOut(table.Name, LeftOutReason.Blank, null, null, null, new Place(9, 9, null, 9, "列 Text"), string.Empty) { Attributes = [new("圏域", "北"), new("\uFFFF0041", "\"\n")] },
            ],
            [meeting, bare],
            [counts, counts with { Total = null, Columns = [], Rows = [], Title = string.Empty, Place = new Place(70, 70) }],
            [
                .. new[]
                {
                    Problem("ない.csv", null),
                    Problem(minutes.Name, 4, ProblemSeverity.Notice),
                    Problem(table.Name, null, ProblemSeverity.Notice),
                    Problem(table.Name, 7),
                    Problem("控え.csv", 1, ProblemSeverity.Notice),
                }.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line ?? 0),
            ],
            ["下書き/メモ.odt", "図.png"]);
    }

    public static CommentCorpus Together(params CommentCorpus[] files) => new(
        [.. files.SelectMany(f => f.Sources).OrderBy(s => s.Name, StringComparer.Ordinal)],
        [.. files.OrderBy(f => f.Sources[0].Name, StringComparer.Ordinal).SelectMany(f => f.Comments)],
        [.. files.SelectMany(f => f.LeftOut)],
        [.. files.SelectMany(f => f.Meetings)],
        [.. files.SelectMany(f => f.Tables)],
        [.. files.SelectMany(f => f.Problems)],
        [.. files.SelectMany(f => f.Skipped)]);

    public static Problem Problem(string file, int? line, ProblemSeverity severity = ProblemSeverity.Error) =>
        new(severity, file, line, new BilingualText("読めません。", "It cannot be read."), new BilingualText("直してください。", "Mend it."));

    /// <summary>The corpus written out, because its lists compare by reference. Every UTF-16 code unit of a text tells.</summary>
    public static string Written(CommentCorpus corpus) => JsonSerializer.Serialize(corpus, Json);

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Converters = { new CodeUnits() } };

    private static Comment Comment(Source source, CommentKind kind, int line, string text)
    {
        var place = new Place(line, line);
        return new Comment(CommentId.Of(source.Sha256, place, text), source.Name, kind, null, null, null, null, place, text, []);
    }

    private sealed class CodeUnits : System.Text.Json.Serialization.JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(string.Concat(value.Select(c => c is > ' ' and < '\uD800' ? $"{c}" : $"<{(int)c:X4}>")));
    }
}
