using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Shapes;

/// <summary>Minutes as a table (発言者｜発言内容): who speaks in a meeting was not asked, and gives no answers.</summary>
internal static class SpeakerTable
{
    /// <summary>Whether the rows of a table are remarks: a column names who spoke.</summary>
    /// <param name="columns">What the columns hold.</param>
    public static bool Is(ImmutableArray<ColumnReading> columns) => columns.Any(c => c.Role == ColumnRole.Respondent && RespondentColumns.Of(c.Header) == RespondentColumns.Rank.Speaker);

    /// <summary>The remarks of a table that was read as one of answers, with the meeting that the rows above its headers tell of.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="source">The source's name.</param>
    /// <param name="sheet">The sheet.</param>
    public static TableReading Remarks(TableReading reading, string source, Sheet sheet)
    {
        var meeting = Meeting(source, sheet, reading.Mapping.HeaderRow);
        var remarks = Of(reading, meeting);
        return meeting is null ? remarks : remarks with { Meetings = [meeting] };
    }

    /// <summary>The comments as remarks in a meeting, of which their year is where they have none.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="meeting">The meeting; null where it is not known.</param>
    public static TableReading Of(TableReading reading, Meeting? meeting) => reading with
    {
        Comments = [.. reading.Comments.Select(c => Remark(c, meeting))],
        LeftOut = [.. reading.LeftOut.Select(l => l with { Respondent = null, Year = l.Year ?? meeting?.Date?.Year })],
    };

    // The header of the remarks' column asks nothing.
    private static Comment Remark(Comment comment, Meeting? meeting)
    {
        var isNew = comment.Kind != CommentKind.Meeting;
        var role = isNew && comment.Respondent is { } who ? SpeakerRoles.Of(who, who) : null;
        return comment with
        {
            Kind = CommentKind.Meeting,
            Meeting = meeting?.Id ?? comment.Meeting,
            Question = comment.Question == comment.Place.Column ? null : comment.Question,
            Year = comment.Year ?? meeting?.Date?.Year,
            Attributes = role is null ? comment.Attributes : comment.Attributes.Add(new CommentAttribute(CommentAttribute.SpeakerRole, role)),
        };
    }

    private static Meeting? Meeting(string source, Sheet sheet, int headerRow)
    {
        MeetingDraft? draft = null;
        var title = sheet.Name ?? string.Empty;
        foreach (var row in sheet.Rows.TakeWhile(r => r.Number < headerRow))
        {
            var cells = row.Words.ToList();
            if (Field(cells) is not { } field)
            {
                title = draft is null && cells.Count > 0 ? JapaneseText.Tidy(cells[0]) : title;
                continue;
            }

            draft ??= new MeetingDraft(source, MeetingDraft.TitleOf(title), row.LineStart);
            draft.Set(field.Kind, field.Value);
            draft.End = row.LineEnd;
        }

        return draft?.ToMeeting(null) is not { } meeting ? null
            : sheet.Name is { } name ? meeting with { Id = string.Create(CultureInfo.InvariantCulture, $"{source}:{name}:{meeting.Place.LineStart}"), Place = meeting.Place with { Sheet = name } }
            : meeting;
    }

    // 「日時｜令和5年7月7日」, or 「日時：令和5年7月7日」 in one cell.
    private static (MeetingField Kind, string Value)? Field(List<string> cells)
    {
        var parts = cells.Count == 1 ? cells[0].Split(['：', ':'], 2) : [.. cells];
        return parts.Length > 1 && MeetingFields.KindOf(parts[0].Trim().TrimEnd('：', ':')) is { } kind ? (kind, string.Join('、', parts.Skip(1)).Trim()) : null;
    }
}
