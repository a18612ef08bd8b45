using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout.Tables;

namespace FeedbackLab.Ingest.Layout;

/// <summary>Goes through a document's blocks once and decides what each of them is.</summary>
internal sealed partial class StructureWalk(string source, string sha256, ImmutableArray<Block> blocks, FrontMatter front, int? year)
{
    private enum Region
    {
        Prose,
        Questionnaire,
        Quoted,
        Survey,
        MeetingFields,
        MeetingResults,
        Evaluation,
    }

    private Region region = Region.Prose;
    private Numbering numbering = Numbering.Empty;
    private int regionDepth;
    private string? lastHeading;
    private string? question;
    private string? respondent;
    private string? heading;
    private string? speaker;
    private string? itemStyle;
    private int? regionYear;
    private MeetingDraft? meeting;
    private bool inSection;

    // Where a statement has no numbered headings, all below 「記」 is what it says.
    private readonly bool hasHeadings = blocks.Skip(front.Blocks).Any(b => b.IsNumberedHeading);

    // Whether a heading without a number opened the answers, so that numbers are below it.
    private bool isOpenedAmid;

    public List<Comment> Comments { get; } = [];

    public List<LeftOut> LeftOut { get; } = [];

    public List<Meeting> Meetings { get; } = [];

    private bool IsAnswers => region is Region.Questionnaire or Region.Quoted or Region.Survey;

    public void Run()
    {
        regionYear = year;
        inSection = front.SignedBy is not null && !hasHeadings && !blocks.Any(b => b.Text == "記");
        if (front.SignedBy is null && front.Title is not null && !front.IsReport && sheet is null)
        {
            Announce(front.Title);
        }

        if (region == Region.Prose && front is { SignedBy: null, IsReport: false } && IsListOfAnswers())
        {
            Enter(Region.Quoted);
            question = front.Title;
        }

        for (var i = 0; i < blocks.Length; i++)
        {
            if (i >= Math.Min(front.Blocks, firstRecord))
            {
                Take(i, blocks[i]);
            }
        }

        CloseName();
        CloseMeeting();
    }

    private void Take(int i, Block block)
    {
        CloseNested(block);
        if (TakeSheet(i, block) || TakeRecord(i, block) || TakeReply(block))
        {
            return;
        }

        if (block.Table is not null)
        {
            if (region == Region.Evaluation)
            {
                Enter(Region.Prose);
            }

            heading = null;
            Extend(block);
        }
        else if (TableFinder.IsTableName(block.Text) && block.Text.Length <= 60)
        {
            Enter(Region.Prose);
        }
        else if (block.IsName)
        {
            TakeName(block);
        }
        else if (PassageWords.Closes(block.Text))
        {
            Enter(Region.Prose);
            inSection = block.Text == "記" ? front.SignedBy is not null && !hasHeadings : inSection;
        }
        else
        {
            switch (block.Mark.Kind)
            {
                case MarkKind.Note:
                    Aside(block);
                    Extend(block);
                    break;
                case MarkKind.Field:
                    TakeField(i, block);
                    break;
                case MarkKind.Bracket:
                    TakeBracket(i, block);
                    break;
                case MarkKind.Number:
                    TakeNumber(i, block);
                    break;
                case MarkKind.Speaker:
                    TakeSpeaker(i, block);
                    break;
                default:
                    TakeWords(i, block);
                    break;
            }
        }
    }

    private void TakeBracket(int i, Block block)
    {
        var label = block.Mark.Label;
        if (IsAnswers && PassageWords.TitlesDiscussion(label))
        {
            OpenDiscussion(block, label);
        }
        else if (region is Region.MeetingFields && MeetingFields.KindOf(label) is null && PassageWords.TellsTalk(label))
        {
            Enter(Region.MeetingResults);
            heading = label;
            Extend(block);
        }
        else if (region is not Region.Questionnaire && MeetingFields.KindOf(label) is not null && !(block.Mark.Style == "（" && region == Region.MeetingResults) && (meeting is not null || StartsMeeting(i)))
        {
            TakeField(i, block);
        }
        else if (region is Region.MeetingResults && PassageWords.IsStageDirection(label))
        {
            Aside(block);
            Extend(block);
        }
        else if (region is Region.Questionnaire or Region.Quoted or Region.Survey or Region.MeetingResults)
        {
            heading = label;
            speaker = block.Mark.Style == "（" ? null : speaker;
            Extend(block);
        }
        else if (PassageWords.OpensEvaluation(label) && (front.IsReport || blocks.Count(b => b.Mark.Kind == MarkKind.Bracket && PassageWords.OpensEvaluation(b.Mark.Label)) >= 2))
        {
            OpenEvaluation();
        }
        else
        {
            Enter(front.SignedBy is not null ? region : Region.Prose);
            NoteBracket(block);
            Announce(label);
            isOpenedAmid = IsAnswers;
        }
    }

    private void OpenEvaluation()
    {
        Enter(Region.Evaluation);
        question = numbering.Open.LastOrDefault(h => h.Style is not ("①" or "ア." or "ア " or "(ア)"))?.Text ?? lastHeading ?? front.Title;
        respondent = front.Office;
        regionDepth = numbering.Open.Length;
    }

    private void TakeNumber(int i, Block block)
    {
        var (style, number) = (block.Mark.Style, block.Mark.Number);
        if (style == "問" && meeting is null)
        {
            TakeQuestion(block);
            return;
        }

        var depth = numbering.DepthOf(style, number);
        if (block.IsNumberedHeading && front.IsReport && region is Region.Prose or Region.Evaluation && PassageWords.OpensEvaluation(block.Text))
        {
            numbering = numbering.With(style, number, block.Text, block.Place.LineStart);
            var outer = numbering.Open.Length > 1 ? numbering.Open[^2].Text : lastHeading;
            OpenEvaluation();
            question = outer ?? question;
            return;
        }

        if (region != Region.Prose && number == 1)
        {
            regionDepth = Math.Min(regionDepth, depth);
        }

        var leads = StartsMeeting(i + 1) || OpensEvaluationNext(i);
        var isHeading = block.IsNumberedHeading && !(IsAnswers && (AnswerState.Of(block.Text) is not null || IsListItem(i)));
        var closes = region != Region.Prose && (leads || (regionDepth == 0 && isHeading && region is Region.Quoted or Region.Survey && !(isOpenedAmid && HeadsAnswers(i))) || (IsAnswers && isHeading && number > 1 && !numbering.Open.Any(h => h.Style == style)) || (depth < regionDepth && (isHeading || region is Region.MeetingFields or Region.MeetingResults)));
        if (region == Region.Prose || closes)
        {
            if (closes)
            {
                CloseMeeting();
                Enter(Region.Prose);
            }

            numbering = numbering.With(style, number, block.Text, block.Place.LineStart);
            TakeProseNumber(i, block);
            return;
        }

        if (depth >= regionDepth)
        {
            numbering = numbering.With(style, number, block.Text, block.Place.LineStart);
        }

        TakeInnerNumber(i, block);
    }

    private void TakeProseNumber(int i, Block block)
    {
        if (block.IsNumberedHeading)
        {
            inSection = front.SignedBy is not null;
            Announce(block.Text);
        }
        else if (StartsMeeting(i + 1) || OpensEvaluationNext(i))
        {
            lastHeading = block.Text;
        }
        else
        {
            Prose(block);
        }
    }

    private bool OpensEvaluationNext(int i) => i + 1 < blocks.Length && blocks[i + 1].Mark.Kind == MarkKind.Bracket && PassageWords.OpensEvaluation(blocks[i + 1].Mark.Label);

    private void TakeInnerNumber(int i, Block block)
    {
        if (IsAnswers && HeadsAnswers(i))
        {
            heading = block.Text;
            return;
        }

        // Under a name a number heads what the respondent says about it: １　送迎について.
        if (region == Region.Questionnaire && respondent is not null && block.IsNumberedHeading && PassageWords.HeadsList(block.Text) && i + 1 < blocks.Length && HasContent(i))
        {
            heading = block.Text;
            return;
        }

        // What counts on from an item ① of a remark is one, too, and what counts on in the agenda is no heading yet.
        var isItem = itemStyle == block.Mark.Style && block.Mark.Number > 1;
        var isTopic = region == Region.MeetingFields && meeting!.Last == MeetingField.Topic;
        var headed = block.IsNumberedHeading && !isItem && !(isTopic && block.Mark.Number > 1 && meeting!.Has(MeetingField.Topic))
            && ((!isTopic && PassageWords.IsProcedure(block.Text, string.Empty)) || (i + 1 < blocks.Length && (HasContent(i) || HeadsAgenda(i))));
        if (region == Region.MeetingFields)
        {
            if (meeting!.Last == MeetingField.Topic && !headed && !IsSaid(block))
            {
                meeting.Append(LineMarks.Of(block.Lines[0].Text) is { Kind: MarkKind.Field } field ? field.Body : block.Verbatim);
                Extend(block);
                return;
            }

            Enter(Region.MeetingResults);
        }

        itemStyle = isItem || (region == Region.MeetingResults && !headed && speaker is not null && block.Mark is { Style: "①", Number: 1 }) ? block.Mark.Style : null;
        if (region == Region.MeetingResults && headed)
        {
            question = block.Text;
            heading = null;
            speaker = null;
            Extend(block);
        }
        else
        {
            Say(block);
        }
    }

    /// <summary>Whether a numbered line below a meeting's fields heads the numbers of its agenda.</summary>
    private bool HeadsAgenda(int i) =>
        region == Region.MeetingFields && meeting!.Last != MeetingField.Topic && blocks[i + 1].Mark is { Kind: MarkKind.Number, Number: 1 } next && next.Style != blocks[i].Mark.Style;

    /// <summary>Whether bullets or prose stand under a numbered line, and it is not one of a bare list.</summary>
    private bool HasContent(int i)
    {
        var next = blocks[i + 1];
        if (next.Table is not null || next.Mark.Kind is not (MarkKind.Bullet or MarkKind.None or MarkKind.Speaker))
        {
            return false;
        }

        var mark = blocks[i].Mark;
        var before = Enumerable.Range(1, Math.Min(i, 6)).Select(k => blocks[i - k]).TakeWhile(b => b.Mark.Kind is MarkKind.Number or MarkKind.Note)
            .Where(b => b.Mark.Kind == MarkKind.Number)
            .TakeWhile((b, k) => b.Mark.Style == mark.Style && b.Mark.Number == mark.Number - 1 - k && b.IsNumberedHeading)
            .Count();
        return before < 2;
    }

    private void TakeWords(int i, Block block)
    {
        var next = i + 1 < blocks.Length ? blocks[i + 1] : null;
        var label = block.Mark.Kind == MarkKind.None && !JapaneseText.EndsSentence(block.Text) && !IsQuoted(block.Text) && block.Lines.Length == 1 && block.Text.Length <= 40
            && next is { Table: null, IsName: false } && next.Mark.Kind is MarkKind.Bullet or MarkKind.Number;
        if (front.IsReport && region is Region.Prose or Region.Evaluation && block.Text.Length <= 20
            && PassageWords.OpensEvaluation(block.Text.Trim('（', '）', '(', ')')) && (block.Mark.Kind == MarkKind.None || block.Mark.Style is "■" or "●" or "◆" or "○" or "□"))
        {
            OpenEvaluation();
            return;
        }

        if (TitlesMeeting(i))
        {
            CloseMeeting();
            Enter(Region.Prose);
            lastHeading = block.Text;
            return;
        }

        if (IsDiscussionHeading(block))
        {
            OpenDiscussion(block, block.Text);
            return;
        }

        if (PassageWords.IsRule(block.Text) && region is Region.MeetingFields)
        {
            Aside(block);
            return;
        }

        if (IsAnswers && (HeadsAnswers(i) || (block.Mark.Kind == MarkKind.None && Attributions.IsAlone(block.Text))))
        {
            heading = block.Text;
            return;
        }

        if ((IsAnswers || region == Region.MeetingResults) && HeadsNested(i))
        {
            OpenNested(block);
            return;
        }

        switch (region)
        {
            case Region.MeetingFields when label && block.Lines[0].Gap && meeting!.Last != MeetingField.Topic && next!.Mark.Kind == MarkKind.Bullet && next.Text.EndsWith('。'):
                Enter(Region.MeetingResults);
                heading = block.Text;
                Extend(block);
                break;
            case Region.MeetingFields when !IsSaid(block) && (block.Mark.Kind == MarkKind.None || meeting!.Last is MeetingField.Topic or MeetingField.Participants):
                meeting!.Append(block.Text);
                Extend(block);
                break;
            case Region.MeetingFields:
                Enter(Region.MeetingResults);
                Say(block);
                break;
            case Region.Prose:
                if (label || (PassageWords.HeadsQuotes(block.Text) && block.Mark.Kind == MarkKind.None && block.Lines.Length == 1 && next is { Table: null, IsName: false } && (next.Text.StartsWith('「') || Attributions.Ends(next.Text) || PassageWords.LeadsOn(next.Text))) || (block.Mark.Kind == MarkKind.None && block.Text.Length <= 60 && !JapaneseText.EndsSentence(block.Text) && next?.IsName == true))
                {
                    lastHeading = block.Text;
                    Announce(block.Text);
                    isOpenedAmid = IsAnswers;
                    break;
                }

                Prose(block);
                break;
            case Region.Questionnaire or Region.Quoted or Region.Survey or Region.MeetingResults when label && AnswerState.Of(block.Text) is null && !((silent is not null || region == Region.Survey) && next!.Mark.Style == "問"):
                heading = block.Text;
                Extend(block);
                break;
            case Region.Evaluation when block.Text.StartsWith('（') && block.Text.EndsWith('）') && block.Text.Length <= 20:
                Enter(Region.Prose);
                break;
            case Region.MeetingResults when block.Text.StartsWith('（') && block.Text.EndsWith('）') && block.Text.Length <= 30:
                Aside(block);
                Extend(block);
                break;
            case Region.Survey when block.Mark.Kind == MarkKind.None:
                Prose(block);
                break;
            default:
                Say(block);
                break;
        }
    }

    /// <summary>A heading that may open quoted answers.</summary>
    private void Announce(string text)
    {
        lastHeading = text;
        var quotes = PassageWords.QuotesAnswers(text)
            || (front.SignedBy is null && front.Title is not null && PassageWords.QuotesAnswers(front.Title) && !PassageWords.TellsAboutSurvey(text));
        if (quotes || (PassageWords.SpeaksOfSurvey(text) && !IsDiscussion))
        {
            Enter(quotes ? Region.Quoted : Region.Survey);
            question = text;
            regionYear = JapaneseDate.Year(text) ?? year;
            regionDepth = numbering.Open.Length;
        }
    }

    private void Enter(Region next)
    {
        CloseName();
        answersAll &= next == Region.Questionnaire;
        var continues = region == Region.MeetingFields && next == Region.MeetingResults;
        region = next;
        isOpenedAmid = false;
        if (next != Region.MeetingResults)
        {
            question = null;
            respondent = null;
            regionYear = year;
        }

        heading = null;
        nested = null;
        speaker = null;
        regionDepth = continues ? regionDepth : numbering.Open.Length;
    }
}
