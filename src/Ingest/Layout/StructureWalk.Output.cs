using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout;

/// <content>Meetings, and what the walk hands out.</content>
internal sealed partial class StructureWalk
{
    private bool StartsMeeting(int i) =>
        blocks.Skip(i).Take(5).TakeWhile(b => b.Mark.Kind is MarkKind.Field or MarkKind.Bracket or MarkKind.None && b.Table is null && !b.IsName)
            .Any(b => MeetingFields.KindOf(b.Mark.Label ?? "") == MeetingField.Date)
        && i < blocks.Length && blocks[i].Mark.Kind is MarkKind.Field or MarkKind.Bracket && MeetingFields.KindOf(blocks[i].Mark.Label) is not null;

    private void TakeField(int i, Block block)
    {
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

        if (meeting is null || (starts && region == Region.MeetingResults))
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
        else if (region == Region.MeetingResults)
        {
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

    private void Extend(Block block)
    {
        if (meeting is not null && region is Region.MeetingFields or Region.MeetingResults)
        {
            meeting.End = Math.Max(meeting.End, block.Place.LineEnd);
        }
    }

    /// <summary>Words that the region says are a comment.</summary>
    private void Say(Block block)
    {
        if (block.Text.Length == 0)
        {
            return;
        }

        switch (region)
        {
            case Region.MeetingResults:
                Add(block, CommentKind.Meeting, speaker, block.Text);
                Extend(block);
                break;
            case Region.Evaluation when PassageWords.PointsElsewhere(block.Text):
                Aside(block);
                break;
            case Region.Evaluation:
                Add(block, CommentKind.Report, respondent, block.Text);
                break;
            case Region.Questionnaire when respondent is null:
                Aside(block);
                break;
            default:
                Add(block, CommentKind.Answer, respondent, block.Text);
                break;
        }
    }

    /// <summary>Words outside answers, meetings and evaluations: a statement's paragraph, or an aside.</summary>
    private void Prose(Block block)
    {
        if (front.SignedBy is not null && inSection)
        {
            question = lastHeading;
            Add(block, CommentKind.Statement, front.SignedBy, block.Text);
            return;
        }

        Aside(block);
    }

    private void Add(Block block, CommentKind kind, string? who, string text)
    {
        text = block.Mark.Kind == MarkKind.Number && text.Any(c => c is >= '①' and <= '⑳') ? WithoutLeadingMarks(block, text) : text;
        var when = kind == CommentKind.Meeting ? meeting?.Date?.Year ?? year : regionYear;
        if (AnswerState.Of(text) is { } state)
        {
            LeftOut.Add(new LeftOut(source, state, who, question, when, block.Place, text));
            return;
        }

        if (kind == CommentKind.Meeting && who is null && PassageWords.IsProcedure(question, text))
        {
            Aside(block);
            return;
        }

        ImmutableArray<CommentAttribute> attributes = heading is null ? [] : [new CommentAttribute(CommentAttribute.Heading, heading)];
        if (kind == CommentKind.Meeting && who is not null && SpeakerRoles.Of(block.Lines[0].Text, who) is { } role)
        {
            attributes = attributes.Add(new CommentAttribute(CommentAttribute.SpeakerRole, role));
        }

        Comments.Add(new Comment(
            CommentId.Of(sha256, block.Place, text), source, kind, who, kind == CommentKind.Meeting ? meeting?.Id : null,
            question, when, block.Place, text, attributes));
    }

    private static string WithoutLeadingMarks(Block block, string text)
    {
        var bare = text.TrimStart([.. Enumerable.Range('①', 20).Select(c => (char)c), ' ', '　']);
        return bare.Length == 0 || bare.Any(c => c is >= '①' and <= '⑳') && bare.Length == text.Length ? (char)('①' + block.Mark.Number - 1) + text : bare;
    }

    private void Aside(Block block)
    {
        if (block.Text.Length > 0)
        {
            LeftOut.Add(new LeftOut(source, LeftOutReason.Aside, null, lastHeading, year, block.Place, block.Text)
            {
                Discussion = region == Region.Prose ? DiscussionPath(block.Place.LineStart) : [],
            });
        }
    }
}
