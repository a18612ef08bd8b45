using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout;

/// <content>Forms below each other: a number, then labels with what was filled in, one of them the opinion (■受付番号１, 性別：…, ご意見：…).</content>
internal sealed partial class StructureWalk
{
    private const int LeastRecords = 2;

    // Where the first form begins; behind the last block where there are none.
    private readonly int firstRecord = FirstRecord(blocks);
    private bool isOpinion;
    private string? filledInBy;

    /// <summary>Takes what stands in such a form: what the opinion's label says is a comment, the rest is not.</summary>
    private bool TakeRecord(int i, Block block)
    {
        if (i < firstRecord || hasReplies || sheet is not null || meeting is not null || block.Table is not null)
        {
            return false;
        }

        var filled = FilledIn().Match(block.Verbatim);
        if (AnswerSheet.NumbersSheet(block.Lines[0].Text) || (filled.Success && !OpinionLabel().IsMatch(filled.Groups["label"].Value)))
        {
            isOpinion = false;
            filledInBy = AnswerSheet.RespondentIn(block.Lines[0].Text) ?? (filled.Success ? filledInBy : null);
            Aside(block with { Text = block.Verbatim });
        }
        else if (filled.Success)
        {
            (isOpinion, question) = (true, filled.Groups["label"].Value);
            if (filled.Groups["words"].Length > 0)
            {
                Add(block, CommentKind.Answer, filledInBy, filled.Groups["words"].Value);
            }
        }
        else if (isOpinion && block.Text.Length > 0)
        {
            Add(block, CommentKind.Answer, filledInBy, block.Text);
        }
        else
        {
            Aside(block with { Text = block.Verbatim });
        }

        return true;
    }

    private static int FirstRecord(ImmutableArray<Block> blocks)
    {
        var starts = Enumerable.Range(0, blocks.Length).Where(i => blocks[i] is { Table: null, Lines.Length: 1 } block && AnswerSheet.NumbersSheet(block.Lines[0].Text)).ToList();
        var areForms = starts.Count >= LeastRecords
            && starts.Select((start, k) => blocks[(start + 1)..(k + 1 < starts.Count ? starts[k + 1] : blocks.Length)])
                .All(form => form.Any(b => b.Table is null && FilledIn().Match(b.Verbatim) is { Success: true } filled && OpinionLabel().IsMatch(filled.Groups["label"].Value)));
        return areForms ? starts[0] : blocks.Length;
    }

    [GeneratedRegex("^[・○■◆●]?(?<label>[^。、：:「」]{1,20})[：:](?<words>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex FilledIn();

    [GeneratedRegex("(意見|要望|感想|提案|コメント|記述|記載|ひとこと|一言|課題|(い|た|る)(点|こと))(等|など)?(欄|内容)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OpinionLabel();
}
