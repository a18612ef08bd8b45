using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;

namespace FeedbackLab.Analysis.Search;

/// <summary>What a question in plain words asks for: any of its words, and better where they stand together as in the question.</summary>
public static class QuestionQuery
{
    /// <summary>BM25's k1 for questions: a word of a question says most where it stands at all.</summary>
    public const double Saturation = 0.4;

    // Tried on the development half of JSQuAD's questions: figures in bench/results/search.md; flat around them.
    private const int Reach = 3;
    private const int Slop = 2;
    private const double Nearness = 0.12;

    /// <summary>The query; null where the question has no words to look for.</summary>
    /// <param name="question">The question, as a comment is indexed.</param>
    public static IndexQuery? Of(IndexDocument question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var terms = question.Terms.Where(t => t.Text[0] != CommentDocuments.ReadingMark).Distinct().ToList();
        if (terms.Count == 0)
        {
            return null;
        }

        var words = terms.Select(t => t.Text).Distinct(StringComparer.Ordinal).Select(IndexQuery (t) => new TermQuery(t));
        var pairs = terms.SelectMany(
            first => terms.Where(t => t.Position >= first.Position + first.Length && t.Position < first.Position + first.Length + Reach && t.Text != first.Text),
            IndexQuery (first, next) => new BoostQuery(
                new PhraseQuery([new PhraseSlot(0, [first.Text]), new PhraseSlot(next.Position - first.Position, [next.Text])], Slop), Nearness));
        return BooleanQuery.Or([.. words, .. pairs]);
    }
}
