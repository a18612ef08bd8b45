using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout;

/// <content>What the walk hands out.</content>
internal sealed partial class StructureWalk
{
    private const int LeastAttributed = 3;

    // One sentence with brackets behind it may be anything.
    private readonly bool areAttributed = blocks.Count(IsAttributed) >= LeastAttributed;

    private static bool IsAttributed(Block block) => (block.Mark.Kind == MarkKind.Bullet || (block.Mark.Kind == MarkKind.None && block.Text.StartsWith('「'))) && Attributions.Ends(block.Text);

    private const int LeastSigned = 2;

    private readonly bool areSigned = blocks.Count(b => b.Table is null && Attributions.Office(b.Text) is not null) >= LeastSigned;

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
            case Region.Quoted or Region.Survey when block.Mark.Kind == MarkKind.None && PassageWords.LeadsOn(block.Text):
                Aside(block);
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
        if (front.SignedBy is not null && inSection && !PassageWords.LeadsOn(block.Text))
        {
            question = lastHeading;
            Add(block, CommentKind.Statement, front.SignedBy, block.Text);
            return;
        }

        // What says what kind of person said it was quoted from somebody, whatever its heading is called.
        if (areAttributed && IsAttributed(block))
        {
            (question, var before) = (lastHeading, question);
            Add(block, CommentKind.Answer, null, block.Text);
            question = before;
            return;
        }

        Aside(block);
    }

    private void Add(Block block, CommentKind kind, string? who, string text)
    {
        silent = null;
        text = block.Mark is { Kind: MarkKind.Number, Style: "①" } && text.Any(c => c is >= '①' and <= '⑳') ? WithoutLeadingMarks(block, text) : text;
        var when = kind == CommentKind.Meeting ? MeetingYear() ?? year : regionYear;
        var office = kind is CommentKind.Answer or CommentKind.Meeting && who is null && areSigned ? Attributions.Office(text) : null;
        who ??= office?.Office;
        if ((AnswerState.Of(text) ?? AnswerState.Of(office?.Words ?? Attributions.Without(text)) ?? AnswerState.Of(WithoutWho(text))) is { } state)
        {
            LeftOut.Add(new LeftOut(source, state, kind == CommentKind.Answer ? who : null, question, when, block.Place, text));
            return;
        }

        if (kind != CommentKind.Answer && block.Mark.Kind == MarkKind.None && IsBareNumber(text))
        {
            Aside(block);
            return;
        }

        if (kind == CommentKind.Meeting && (who is null || block.Mark.Kind == MarkKind.None) && (PassageWords.IsProcedure(question, text) || PassageWords.IsStageDirection(text) || PassageWords.AnnouncesNext(text) || (who is null && block.Mark.Kind == MarkKind.None && PassageWords.LeadsOn(text)) || IsImprint(block)))
        {
            Aside(block);
            return;
        }

        ImmutableArray<CommentAttribute> attributes = heading is null ? [] : [new CommentAttribute(CommentAttribute.Heading, heading)];
        if (kind == CommentKind.Meeting && (who is not null ? SpeakerRoles.Of(block.Lines[0].Text, who) : block.Mark.Kind == MarkKind.Speaker ? SpeakerRoles.OfSign(block.Mark.Label) : null) is { } role)
        {
            attributes = attributes.Add(new CommentAttribute(CommentAttribute.SpeakerRole, role));
        }

        Comments.Add(new Comment(
            CommentId.Of(sha256, block.Place, text), source, kind, who, kind == CommentKind.Meeting ? meeting?.Id : null,
            question, when, block.Place, text, attributes));
    }

    // Who made the minutes stands at their end: 青葉市障害福祉課.
    private bool IsImprint(Block block) => block == blocks[^1] && block.Mark.Kind == MarkKind.None && block.Lines.Length == 1 && Imprint().IsMatch(block.Text);

    [GeneratedRegex("^[^。、]{2,24}(課|係|室|局|部|事務局|センター|協議会)$", RegexOptions.CultureInvariant)]
    private static partial Regex Imprint();

    // A page's number, or a cell's: nothing that anybody said.
    private static bool IsBareNumber(string text) => text.Length <= 4 && BareNumber().IsMatch(JapaneseText.Fold(text));

    [GeneratedRegex("^[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();

    // 「Ｂさん：特になし」, 「課題：なし」.
    private static string WithoutWho(string text) => text.Length <= 40 && text.IndexOfAny(['：', ':']) is > 0 and <= 14 and var colon && colon < text.Length - 1 ? text[(colon + 1)..] : text;

    private static string WithoutLeadingMarks(Block block, string text)
    {
        var bare = text.TrimStart([.. Enumerable.Range('①', 20).Select(c => (char)c), ' ', '　']);
        return bare.Length == 0 || bare.Any(c => c is >= '①' and <= '⑳') && bare.Length == text.Length ? (char)('①' + block.Mark.Number - 1) + text : bare;
    }

    private void Aside(Block block)
    {
        silent = null;
        if (block.Text.Length > 0)
        {
            LeftOut.Add(new LeftOut(source, LeftOutReason.Aside, null, lastHeading, year, block.Place, block.Text)
            {
                Discussion = region == Region.Prose ? DiscussionPath(block.Place.LineStart) : [],
            });
        }
    }
}
