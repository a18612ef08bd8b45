using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Reports;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Writes <c>findings.json</c>; docs/guide/findings.md describes every property.</summary>
public static class FindingsJson
{
    /// <summary>The format's number; it changes when a property is renamed or removed.</summary>
    public const int Format = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private static readonly JsonWriterOptions OnOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // Comments that are put together at a time, and about how many bytes one takes.
    private const int Portion = 1024;
    private const int TypicalItem = 1024;

    /// <summary>Writes the findings as UTF-8 JSON without a byte order mark: the same findings give the same bytes.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="run">What made them.</param>
    /// <param name="stream">Where to; left open.</param>
    public static void Write(AnalysisFindings findings, RunInfo run, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(run);
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteString("version", run.Version);
        if (run.Timestamp is { } timestamp)
        {
            json.WriteString("timestamp", timestamp);
        }

        WriteOptions(json, findings.Options, run);
        Array(json, "sources", findings.Corpus.Sources, Source);
        Array(json, "skipped", findings.Corpus.Skipped, (j, s) => j.WriteStringValue(s));
        Array(json, "problems", findings.Corpus.Problems, Problem);
        json.WriteStartObject("ledger");
        LedgerCounts(json, findings.Ledger.Total);
        Array(json, "bySource", findings.Ledger.BySource, (j, line) =>
        {
            j.WriteStartObject();
            j.WriteString("source", line.Source);
            LedgerCounts(j, line);
            j.WriteEndObject();
        });
        json.WriteEndObject();
        Array(json, "respondents", findings.Respondents, (j, r) => j.WriteStringValue(r));
        Array(json, "years", findings.Years, (j, y) => j.WriteNumberValue(y));
        Array(json, "meetings", findings.Corpus.Meetings, Meeting);
        Array(json, "tables", findings.Corpus.Tables, Table);
        Codebook(json, findings.Codebook);
        Array(json, "themes", findings.Themes, Theme);
        Array(json, "discussions", findings.Discussions, Discussion);
        Array(json, "themeTables", findings.Tables, ThemeTable);
        Array(json, "clusters", findings.Clusters, Cluster);
        Array(json, "newThemes", findings.NewThemes, Cluster);
        FoundThemesJson.Write(json, findings, stream);
        Lines(json, stream, "comments", findings.Comments, AnalysedComment);
        Lines(json, stream, "duplicates", findings.Duplicates, (j, d) =>
        {
            j.WriteStartObject();
            j.WriteString("original", d.Original);
            CommentFields(j, d.Comment);
            j.WriteEndObject();
        });
        Lines(json, stream, "leftOut", findings.Corpus.LeftOut, LeftOut);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteOptions(Utf8JsonWriter json, AnalysisOptions options, RunInfo run)
    {
        json.WriteStartObject("options");
        Number(json, "clusters", options.Clusters);
        Number(json, "newThemes", options.NewThemes);
        json.WriteNumber("mostTried", options.MostTried);
        json.WriteNumber("seed", options.Seed);
        json.WriteNumber("runs", options.Runs);
        json.WriteNumber("weakCohesion", options.WeakCohesion);
        json.WriteNumber("mostCodes", options.MostCodes);
        Number(json, "autoAccept", options.AutoAccept);
        Number(json, "year", run.Reading.Year);
        Array(json, "columns", run.Reading.Columns, ColumnReading);
        json.WriteBoolean("wholeCells", !run.Reading.SplitBullets);
        json.WriteString("encoding", run.Reading.Encoding);
        json.WriteString("codebookSha256", run.CodebookSha256);
        json.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter json, Source source)
    {
        json.WriteStartObject();
        json.WriteString("name", source.Name);
        json.WriteString("sha256", source.Sha256);
        json.WriteString("format", FieldNames.Of(source.Format));
        json.WriteString("encoding", source.Encoding);
        json.WriteString("title", source.Title);
        Number(json, "year", source.Year);
        json.WriteNumber("lines", source.Lines);
        Array(json, "columns", source.Columns, ColumnReading);
        json.WriteEndObject();
    }

    private static void ColumnReading(Utf8JsonWriter json, ColumnReading column)
    {
        json.WriteStartObject();
        json.WriteString("header", column.Header);
        json.WriteString("role", FieldNames.Of(column.Role));
        json.WriteEndObject();
    }

    private static void Problem(Utf8JsonWriter json, Problem problem)
    {
        json.WriteStartObject();
        json.WriteString("severity", problem.Severity == ProblemSeverity.Error ? "error" : "notice");
        json.WriteString("file", problem.File);
        Number(json, "line", problem.Line);
        Bilingual(json, "what", problem.What);
        Bilingual(json, "remedy", problem.Remedy);
        json.WriteEndObject();
    }

    private static void LedgerCounts(Utf8JsonWriter json, LedgerLine line)
    {
        json.WriteNumber("rowsIn", line.RowsIn);
        json.WriteNumber("analysed", line.Analysed);
        json.WriteNumber("blank", line.Blank);
        json.WriteNumber("notAsked", line.NotAsked);
        json.WriteNumber("nothingToSay", line.NothingToSay);
        json.WriteNumber("asAbove", line.AsAbove);
        json.WriteNumber("elsewhere", line.Elsewhere);
        json.WriteNumber("duplicates", line.Duplicates);
        json.WriteNumber("leftAside", line.LeftAside);
        json.WriteNumber("withoutTheme", line.WithoutTheme);
    }

    private static void Meeting(Utf8JsonWriter json, Meeting meeting)
    {
        json.WriteStartObject();
        json.WriteString("id", meeting.Id);
        json.WriteString("source", meeting.Source);
        json.WriteString("title", meeting.Title);
        json.WriteString("date", meeting.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("dateText", meeting.DateText);
        json.WriteString("venue", meeting.Venue);
        Number(json, "organisations", meeting.Organisations);
        Number(json, "people", meeting.People);
        json.WriteString("participantsText", meeting.ParticipantsText);
        json.WriteString("absentText", meeting.AbsentText);
        json.WriteString("topic", meeting.Topic);
        json.WriteString("content", meeting.Content);
        Place(json, meeting.Place);
        json.WriteEndObject();
    }

    private static void Table(Utf8JsonWriter json, CountTable table)
    {
        json.WriteStartObject();
        json.WriteString("source", table.Source);
        json.WriteString("title", table.Title);
        Array(json, "columns", table.Columns, (j, c) =>
        {
            j.WriteStartObject();
            j.WriteString("header", c.Header);
            Number(j, "year", c.Year);
            j.WriteEndObject();
        });
        Array(json, "rows", table.Rows, TableRow);
        json.WritePropertyName("total");
        if (table.Total is null)
        {
            json.WriteNullValue();
        }
        else
        {
            TableRow(json, table.Total);
        }

        Place(json, table.Place);
        json.WriteEndObject();
    }

    private static void TableRow(Utf8JsonWriter json, CountRow row)
    {
        json.WriteStartObject();
        json.WriteString("label", row.Label);
        Array(json, "values", row.Values, (j, v) =>
        {
            if (v is { } value)
            {
                j.WriteNumberValue(value);
            }
            else
            {
                j.WriteNullValue();
            }
        });
        json.WriteNumber("line", row.Line);
        json.WriteEndObject();
    }

    private static void Codebook(Utf8JsonWriter json, Codebook codebook)
    {
        json.WriteStartObject("codebook");
        json.WriteString("name", codebook.Name);
        Array(json, "codes", codebook.Codes, (j, code) =>
        {
            j.WriteStartObject();
            j.WriteString("id", code.Id);
            Bilingual(j, "name", code.Name);
            Bilingual(j, "definition", code.Definition);
            j.WriteString("include", code.Include);
            j.WriteString("exclude", code.Exclude);
            Array(j, "terms", code.Terms, (k, t) => k.WriteStringValue(t));
            j.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Theme(Utf8JsonWriter json, ThemeFinding theme)
    {
        json.WriteStartObject();
        json.WriteString("code", theme.Code.Id);
        Frequency(json, "respondents", theme.Respondents);
        Frequency(json, "comments", theme.Comments);
        Frequency(json, "meetings", theme.Meetings);
        json.WriteNumber("withoutRespondent", theme.WithoutRespondent);
        Array(json, "terms", theme.Terms, (j, t) => j.WriteStringValue(t));
        Array(json, "representative", theme.Representative, (j, id) => j.WriteStringValue(id));
        Ids(json, theme.CommentIds);
        Array(json, "byRespondent", theme.ByRespondent, (j, r) =>
        {
            j.WriteStartObject();
            j.WriteString("respondent", r.Respondent);
            Ids(j, r.CommentIds);
            j.WriteEndObject();
        });
        Array(json, "byYear", theme.ByYear, (j, y) =>
        {
            j.WriteStartObject();
            j.WriteNumber("year", y.Year);
            Frequency(j, "respondents", y.Respondents);
            Frequency(j, "comments", y.Comments);
            Ids(j, y.CommentIds);
            j.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Discussion(Utf8JsonWriter json, SourceDiscussion discussion)
    {
        json.WriteStartObject();
        json.WriteString("source", discussion.Source);
        json.WriteBoolean("ownComments", discussion.IsOwn);
        Array(json, "themes", discussion.Themes, (j, theme) =>
        {
            j.WriteStartObject();
            j.WriteString("code", theme.Code);
            j.WriteString("verdict", DiscussionText.NameOf(theme.Verdict));
            Frequency(j, "respondents", theme.Respondents);
            Frequency(j, "comments", theme.Comments);
            Array(j, "headings", theme.Headings, Heading);
            Array(j, "passages", theme.Passages, (k, passage) => k.WriteNumberValue(passage));
            j.WriteEndObject();
        });
        Array(json, "uncovered", discussion.Uncovered, Heading);
        Array(json, "passages", discussion.Passages, (j, passage) =>
        {
            j.WriteStartObject();
            Place(j, passage.Place);
            Array(j, "headings", passage.Headings, Heading);
            j.WriteString("text", passage.Text);
            Array(j, "codes", passage.Codings, Coding);
            j.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void ThemeTable(Utf8JsonWriter json, ThemeTable beside)
    {
        json.WriteStartObject();
        json.WriteString("code", beside.Code);
        Array(json, "series", beside.Series, (j, series) =>
        {
            j.WriteStartObject();
            j.WriteString("source", series.Source);
            j.WriteString("title", series.Title);
            j.WriteString("label", series.Label);
            j.WriteBoolean("isTotal", series.IsTotal);
            Array(j, "points", series.Points, (k, point) =>
            {
                k.WriteStartObject();
                k.WriteNumber("year", point.Year);
                k.WriteNumber("value", point.Value);
                k.WriteNumber("line", point.Line);
                k.WriteEndObject();
            });
            j.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Heading(Utf8JsonWriter json, SourceHeading heading)
    {
        json.WriteStartObject();
        json.WriteString("text", heading.Text);
        json.WriteNumber("line", heading.Line);
        json.WriteEndObject();
    }

    private static void Cluster(Utf8JsonWriter json, ClusterFinding cluster)
    {
        json.WriteStartObject();
        json.WriteNumber("number", cluster.Number);
        json.WriteString("label", cluster.Label);
        Array(json, "terms", cluster.Terms, (j, t) => j.WriteStringValue(t));
        json.WriteString("medoid", cluster.Medoid);
        json.WriteNumber("cohesion", cluster.Cohesion);
        json.WriteBoolean("weak", cluster.IsWeak);
        Frequency(json, "respondents", cluster.Respondents);
        Frequency(json, "comments", cluster.Comments);
        Ids(json, cluster.CommentIds);
        json.WriteEndObject();
    }

    private static void AnalysedComment(Utf8JsonWriter json, AnalysedComment analysed)
    {
        json.WriteStartObject();
        CommentFields(json, analysed.Comment);
        Array(json, "codes", analysed.Codings, Coding);
        Array(json, "types", analysed.Types, (j, t) => j.WriteStringValue(FieldNames.Of(t)));
        Number(json, "cluster", analysed.Cluster);
        Number(json, "newTheme", analysed.NewTheme);
        json.WriteEndObject();
    }

    private static void Coding(Utf8JsonWriter json, Coding coding)
    {
        json.WriteStartObject();
        json.WriteString("id", coding.Code);
        json.WriteNumber("score", coding.Score);
        if (coding.Rule is { } rule)
        {
            json.WriteString("rule", rule);
        }

        json.WriteString("state", coding.IsAutomatic ? "automatic" : FieldNames.Of(coding.State));
        Array(json, "evidence", coding.Evidence, (j, span) =>
        {
            j.WriteStartObject();
            j.WriteNumber("start", span.Start);
            j.WriteNumber("end", span.End);
            j.WriteEndObject();
        });
        json.WriteEndObject();
    }

    /// <summary>The fields of a comment, as in findings.json.</summary>
    internal static void CommentFields(Utf8JsonWriter json, Comment comment)
    {
        json.WriteString("id", comment.Id);
        json.WriteString("source", comment.Source);
        json.WriteString("kind", FieldNames.Of(comment.Kind));
        json.WriteString("respondent", comment.Respondent);
        json.WriteString("meeting", comment.Meeting);
        json.WriteString("question", comment.Question);
        Number(json, "year", comment.Year);
        Place(json, comment.Place);
        Attributes(json, comment.Attributes);
        json.WriteString("text", comment.Text);
    }

    private static void Attributes(Utf8JsonWriter json, ImmutableArray<CommentAttribute> attributes) => Array(json, "attributes", attributes, (j, a) =>
    {
        j.WriteStartObject();
        j.WriteString("name", a.Name);
        j.WriteString("value", a.Value);
        j.WriteEndObject();
    });

    private static void LeftOut(Utf8JsonWriter json, LeftOut left)
    {
        json.WriteStartObject();
        json.WriteString("source", left.Source);
        json.WriteString("reason", FieldNames.Of(left.Reason));
        json.WriteString("respondent", left.Respondent);
        json.WriteString("question", left.Question);
        Number(json, "year", left.Year);
        Place(json, left.Place);
        Attributes(json, left.Attributes);
        json.WriteString("text", left.Text);
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, Place place)
    {
        Number(json, "page", place.Page);
        json.WriteNumber("lineStart", place.LineStart);
        json.WriteNumber("lineEnd", place.LineEnd);
        Number(json, "row", place.Row);
        json.WriteString("column", place.Column);
        json.WriteString("sheet", place.Sheet);
        Number(json, "item", place.Item);
    }

    internal static void Frequency(Utf8JsonWriter json, string name, DocumentFrequency frequency)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", frequency.Count);
        json.WriteNumber("of", frequency.Of);
        json.WriteEndObject();
    }

    internal static void Bilingual(Utf8JsonWriter json, string name, BilingualText text)
    {
        json.WriteStartObject(name);
        json.WriteString("ja", text.Ja);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }

    internal static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>An array with an item a line: there may be many, and a line each is what people look through.</summary>
    /// <param name="json">Writes to the stream.</param>
    /// <param name="stream">The stream: portions of lines, made on all cores, go there as they are.</param>
    /// <param name="name">The array's name.</param>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes one.</param>
    internal static void Lines<T>(Utf8JsonWriter json, Stream stream, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        json.Flush();
        var indent = Encoding.UTF8.GetBytes("\n" + new string(' ', 2 * json.CurrentDepth));
        var portions = (items.Length + Portion - 1) / Portion;
        var made = new ArrayBufferWriter<byte>[Math.Min(Environment.ProcessorCount, portions)];
        for (var first = 0; first < portions; first += made.Length)
        {
            var now = Math.Min(made.Length, portions - first);
            AtOnce.For(now, Environment.ProcessorCount, p =>
            {
                made[p] ??= new ArrayBufferWriter<byte>(Portion * TypicalItem);
                made[p].ResetWrittenCount();
                Make(made[p], items.AsSpan().Slice((first + p) * Portion, Math.Min(Portion, items.Length - ((first + p) * Portion))), indent, write, isFirst: first + p == 0);
            });
            for (var p = 0; p < now; p++)
            {
                stream.Write(made[p].WrittenSpan);
            }
        }

        // The writer has seen an empty array: it ends it without a new line.
        if (portions > 0)
        {
            stream.Write(indent.AsSpan()[..^2]);
        }

        json.WriteEndArray();
    }

    private static void Make<T>(ArrayBufferWriter<byte> made, ReadOnlySpan<T> items, ReadOnlySpan<byte> indent, Action<Utf8JsonWriter, T> write, bool isFirst)
    {
        using var json = new Utf8JsonWriter(made, OnOneLine);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0 || !isFirst)
            {
                made.Write(","u8);
            }

            made.Write(indent);
            write(json, items[i]);
            json.Flush();
            json.Reset();
        }
    }

    private static void Ids(Utf8JsonWriter json, ImmutableArray<string> ids)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var compact = new Utf8JsonWriter(line, OnOneLine))
        {
            compact.WriteStartArray();
            foreach (var id in ids)
            {
                compact.WriteStringValue(id);
            }

            compact.WriteEndArray();
        }

        json.WritePropertyName("commentIds");
        json.WriteRawValue(line.WrittenSpan, skipInputValidation: true);
    }

    internal static void Array<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }
}
