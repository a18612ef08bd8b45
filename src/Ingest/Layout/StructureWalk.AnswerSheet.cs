using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout;

/// <content>A sheet of answers: what stands below a question is the respondent's answer.</content>
internal sealed partial class StructureWalk
{
    private readonly AnswerSheet? sheet = AnswerSheet.Of(blocks);
    private int lastNumber;
    private string? answering;
    private bool isAsking;

    // Whether the block is the sheet's: all of it but its tables. Boxes to tick are no answers in words.
    private bool TakeSheet(int i, Block block)
    {
        if (sheet is null || block.Table is not null)
        {
            return false;
        }

        if (sheet.QuestionIn(block, lastNumber) is { } asked)
        {
            (lastHeading, question, heading) = (asked, asked, null);
            lastNumber = block.Mark.Number;
            regionYear = JapaneseDate.Year(asked) ?? year;
            isAsking = true;
        }
        else if (AnswerSheet.NamesOne(block.Lines[0].Text))
        {
            (answering, question, lastNumber) = (AnswerSheet.RespondentIn(block.Lines[0].Text), null, 0);
            Aside(block with { Text = block.Verbatim });
        }
        else if (question is null || block.Mark.Kind == MarkKind.Note || AnswerSheet.NumbersSheet(block.Lines[0].Text) || block.Lines[0].Text[0] is '□' or '☐' or '☑' or '✔' || AnswerSheet.Thanks(block.Text) || IsRemarkInBrackets(block) || (isAsking && PassageWords.Asks(block.Text)))
        {
            Aside(block);
        }
        else if (block.Mark.Kind == MarkKind.Bracket || block.IsName || (block.IsNumberedHeading && i + 1 < blocks.Length && HasContent(i)))
        {
            heading = AnswerSheet.WithoutLabel($"【{block.Text}】").Length == 0 ? heading : block.Text;
        }
        else
        {
            Answer(block);
            isAsking = false;
        }

        return true;
    }

    private void Answer(Block block)
    {
        var isLabel = block.Mark.Kind == MarkKind.Field && AnswerSheet.WithoutLabel(block.Mark.Label + "：").Length == 0;
        var words = block.Mark.Kind is MarkKind.Field or MarkKind.Speaker && !isLabel ? block.Verbatim : AnswerSheet.WithoutNumber(block);
        if (IsBareNumber(words))
        {
            Aside(block);
        }
        else if (AnswerSheet.WithoutLabel(words) is { Length: > 0 } text)
        {
            Add(block, CommentKind.Answer, answering ?? sheet!.Respondent, text);
        }
    }

    private static bool IsRemarkInBrackets(Block block) =>
        block.Text.StartsWith('（') && block.Text.EndsWith('）') && block.Text.Length <= 30 && AnswerState.Of(block.Text) is null;
}
