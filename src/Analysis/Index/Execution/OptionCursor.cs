namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Comments of one cursor; others add to the score where they have the comment too.</summary>
/// <param name="required">What is required.</param>
/// <param name="options">What adds, in order.</param>
internal sealed class OptionCursor(DocumentCursor required, DocumentCursor[] options) : DocumentCursor
{
    public override long Cost => required.Cost;

    public override int Advance(int target) => Document = required.Advance(target);

    public override double Score()
    {
        var score = required.Score();
        foreach (var option in options)
        {
            if (option.Document < Document)
            {
                option.Advance(Document);
            }

            score += option.Document == Document ? option.Score() : 0;
        }

        return score;
    }

    public override double Bound(int target, out int end)
    {
        var bound = required.Bound(target, out end);
        foreach (var option in options)
        {
            bound += option.Bound(Math.Max(target, option.Document), out var until);
            end = Math.Min(end, until);
        }

        return bound;
    }
}
