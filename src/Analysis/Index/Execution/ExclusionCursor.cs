namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Comments of one cursor that another does not have.</summary>
/// <param name="wanted">What is wanted.</param>
/// <param name="unwanted">What is not.</param>
internal sealed class ExclusionCursor(DocumentCursor wanted, DocumentCursor unwanted) : DocumentCursor
{
    public override long Cost => wanted.Cost;

    public override int Advance(int target)
    {
        for (var document = wanted.Advance(target); document != End; document = wanted.Advance(document + 1))
        {
            if (unwanted.Document < document)
            {
                unwanted.Advance(document);
            }

            if (unwanted.Document != document)
            {
                return Document = document;
            }
        }

        return Document = End;
    }

    public override double Score() => wanted.Score();

    public override double Bound(int target, out int end) => wanted.Bound(target, out end);
}
