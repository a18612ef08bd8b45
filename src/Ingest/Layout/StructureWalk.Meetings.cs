using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout;

/// <content>Meetings: their fields, and who says what in them.</content>
internal sealed partial class StructureWalk
{
    private bool StartsMeeting(int i) =>
        !(i > 0 && i <= blocks.Length && PassageWords.AnnouncesNext(blocks[i - 1].Text)) &&
        blocks.Skip(i).Take(5).TakeWhile(b => b.Mark.Kind is MarkKind.Field or MarkKind.Bracket or MarkKind.None && b.Table is null && !b.IsName)
            .Any(b => MeetingFields.KindOf(b.Mark.Label ?? "") == MeetingField.Date)
        && i < blocks.Length && blocks[i].Mark.Kind is MarkKind.Field or MarkKind.Bracket && MeetingFields.KindOf(blocks[i].Mark.Label) is not null;

    private void TakeField(int i, Block block)
    {
        // A label that is none of minutes stands before an answer, or is one of its words.
        if (AnswerSheet.IsLabel(block.Mark.Label) || (block.Mark is { Kind: MarkKind.Field, Style: "：" } && MeetingFields.KindOf(block.Mark.Label) is null))
        {
            if (IsAnswers && AnswerSheet.IsLabel(block.Mark.Label))
            {
                Add(block, CommentKind.Answer, respondent, block.Text);
            }
            else
            {
                TakeWords(i, block with { Mark = new LineMark(MarkKind.None, "", 0, "", block.Verbatim), Text = block.Verbatim });
            }

            return;
        }

        var kind = MeetingFields.KindOf(block.Mark.Label);
        var starts = StartsMeeting(i);
        block = block.Mark.Kind == MarkKind.Bracket ? block with { Text = "" } : block;
        if (kind is null || (meeting is null && !starts) || region == Region.Questionnaire)
        {
            if (PassageWords.OpensEvaluation(block.Mark.Label) && front.IsReport)
            {
                OpenEvaluation();
                Say(block);
            }
            else if (region is Region.MeetingResults or Region.Questionnaire)
            {
                heading = block.Mark.Label;
                Say(block);
            }
            else
            {
                Enter(Region.Prose);
                if (block.Mark.Style == "【")
                {
                    NoteBracket(block);
                }

                Prose(block);
            }

            return;
        }

        var again = kind == MeetingField.Date && region == Region.MeetingFields && meeting!.Has(MeetingField.Date) && meeting.Has(MeetingField.Participants);
        if (meeting is null || again || (starts && region == Region.MeetingResults))
        {
            CloseMeeting();
            meeting = new MeetingDraft(source, MeetingDraft.TitleOf(lastHeading ?? front.Title ?? ""), block.Place.LineStart);
            Enter(Region.MeetingFields);
        }

        if (kind == MeetingField.Result)
        {
            Enter(Region.MeetingResults);
            question = null;
            if (block.Text.Length > 0)
            {
                Say(block);
            }
        }
        else if (region == Region.MeetingResults && kind is MeetingField.Date or MeetingField.Venue)
        {
            Aside(block with { Text = block.Verbatim });
        }
        else if (region == Region.MeetingResults)
        {
            // 「２　議事」 ends 「１　開会」.
            question = PassageWords.IsProcedure(question, string.Empty) ? null : question;
            heading = block.Mark.Label;
            Say(block);
        }
        else
        {
            meeting.Set(kind.Value, block.Text);
        }

        Extend(block);
    }

    private void CloseMeeting()
    {
        if (meeting is not null)
        {
            Meetings.Add(meeting.ToMeeting(null));
            meeting = null;
        }
    }

    // The third meeting of 令和５年度 belongs to it in February, too; otherwise the calendar tells.
    private int? MeetingYear()
    {
        var fiscal = JapaneseDate.FiscalYear(meeting?.Title) ?? JapaneseDate.FiscalYear(front.Title);
        return meeting?.Date is not { } day ? null : fiscal is { } named && JapaneseDate.IsInFiscalYear(day, named) ? named : day.Year;
    }

    private void Extend(Block block)
    {
        if (meeting is not null && region is Region.MeetingFields or Region.MeetingResults)
        {
            meeting.End = Math.Max(meeting.End, block.Place.LineEnd);
        }
    }

    private void TakeSpeaker(int i, Block block)
    {
        if (region == Region.MeetingFields && meeting!.Last is MeetingField.Participants or MeetingField.Absent && block.Mark.Body.Length > 0
            && !block.Text.Contains('。', StringComparison.Ordinal))
        {
            meeting.Append($"{block.Mark.Label}　{block.Text}");
            Extend(block);
            return;
        }

        if (region is Region.Prose or Region.Survey or Region.Quoted && IsRecord)
        {
            meeting ??= new MeetingDraft(source, MeetingDraft.TitleOf(lastHeading ?? front.Title!), block.Place.LineStart);
            Enter(Region.MeetingResults);
            question = numbering.Open.LastOrDefault()?.Text;
        }
        else if (region == Region.MeetingFields)
        {
            Enter(Region.MeetingResults);
        }

        if (region == Region.MeetingResults)
        {
            // Ｑ and Ａ tell a question from an answer, not who spoke. A reply behind an arrow does not go on below it.
            var who = block.Mark.Label is "Q" or "Ｑ" or "A" or "Ａ" or "質" or "答" or "問" ? null : block.Mark.Label;
            speaker = SpeakerLines.Arrows.Contains(block.Lines[0].Text[0]) ? speaker : who;
            itemStyle = null;
            Extend(block);
            if (block.Text.Length > 0)
            {
                Add(block, CommentKind.Meeting, who, block.Text);
            }
        }
        else
        {
            TakeWords(i, block with { Mark = new LineMark(MarkKind.None, "", 0, "", block.Text), Text = block.Mark.Body.Length > 0 ? block.Text : block.Verbatim });
        }
    }

    /// <summary>Whether the document is minutes by its title, whose remarks need no field above them.</summary>
    private bool IsRecord => front.Title is not null && SpeakerLines.IsRecordTitle(front.Title);

    /// <summary>Whether a passage below a meeting's fields is no more of them, but what was said: sentences below the agenda, below another field those with a bullet or behind a blank line.</summary>
    private bool IsSaid(Block block) =>
        block.Text.EndsWith('。') && !meeting!.BreaksOff
        && (meeting.Last == MeetingField.Topic || (meeting.Last != MeetingField.Content && (block.Mark.Kind == MarkKind.Bullet || block.Lines[0].Gap)));

    /// <summary>Whether a short line is the title of the meeting whose fields stand below it.</summary>
    private bool TitlesMeeting(int i) =>
        blocks[i] is { Mark.Kind: MarkKind.None, Lines.Length: 1, Text.Length: <= 40 } block && !JapaneseText.EndsSentence(block.Text) && !block.Text.StartsWith('（')
        && StartsMeeting(i + 1) && MeetingFields.KindOf(blocks[i + 1].Mark.Label) is MeetingField.Date or MeetingField.Venue or MeetingField.Name;
}
