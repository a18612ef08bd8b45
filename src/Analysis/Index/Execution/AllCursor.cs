namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Every comment.</summary>
/// <param name="documents">How many there are.</param>
internal sealed class AllCursor(int documents) : DocumentCursor
{
    public override long Cost => documents;

    public override int Advance(int target) => Document = target < documents ? target : End;

    public override double Score() => 0;

    public override double Bound(int target, out int end)
    {
        end = End;
        return 0;
    }
}
