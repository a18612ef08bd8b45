namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Comments that several cursors have; the score is the sum in the order given.</summary>
internal sealed class ConjunctionCursor : DocumentCursor
{
    private readonly DocumentCursor[] _scored;
    private readonly DocumentCursor[] _byCost;

    public ConjunctionCursor(DocumentCursor[] cursors)
    {
        _scored = cursors;
        _byCost = [.. cursors.OrderBy(c => c.Cost)];
    }

    public override long Cost => _byCost[0].Cost;

    public override int Advance(int target) => Document = Meet(_byCost, target);

    public override double Score()
    {
        var score = 0.0;
        foreach (var cursor in _scored)
        {
            score += cursor.Score();
        }

        return score;
    }

    public override double Bound(int target, out int end)
    {
        var bound = 0.0;
        end = End;
        foreach (var cursor in _scored)
        {
            bound += cursor.Bound(target, out var until);
            end = Math.Min(end, until);
        }

        return bound;
    }

    /// <summary>The first comment, from one on, that all cursors have; those with few comments lead.</summary>
    public static int Meet(ReadOnlySpan<DocumentCursor> cursors, int target)
    {
        var document = cursors[0].Advance(target);
        for (var i = 1; i < cursors.Length && document != End;)
        {
            var cursor = cursors[i];
            var next = cursor.Document < document ? cursor.Advance(document) : cursor.Document;
            if (next == document)
            {
                i++;
            }
            else
            {
                document = next == End ? End : cursors[0].Advance(next);
                i = 1;
            }
        }

        return document;
    }
}
