using System.Collections.Immutable;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics.CrossTables;

/// <summary>Which questions are one, written otherwise in another year or file: 「問1 利用料について」 and 「設問１　利用料について（自由記述）」.</summary>
/// <remarks>
/// They are one by their name (<see cref="QuestionName"/>), as where years are compared. Where a source puts two of one name in one year (問3 その他, 問7 その他)
/// they are two questions, and so are all of that name.
/// </remarks>
internal sealed class SameQuestions
{
    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);

    /// <summary>The questions of a corpus.</summary>
    /// <param name="corpus">All that was read.</param>
    public SameQuestions(CommentCorpus corpus)
    {
        var put = corpus.Comments.Where(c => c.Kind == CommentKind.Answer).Select(c => (c.Question, Where: (c.Source, c.Year)))
            .Concat(corpus.LeftOut.Where(l => l.Reason is not (LeftOutReason.Aside or LeftOutReason.NotAsked)).Select(l => (l.Question, Where: (l.Source, l.Year))))
            .Where(p => p.Question is not null)
            .GroupBy(p => p.Question!, p => p.Where, StringComparer.Ordinal);
        foreach (var same in put.GroupBy(q => QuestionName.Of(q.Key), StringComparer.Ordinal))
        {
            var questions = same.ToList();
            var places = questions.ConvertAll(q => q.Distinct().ToList());
            if (questions.Count > 1 && places.SelectMany(p => p).Distinct().Count() == places.Sum(p => p.Count))
            {
                questions.ForEach(q => _first.Add(q.Key, questions[0].Key));
                Several.Add(questions[0].Key, [.. questions.Select(q => q.Key)]);
            }
        }
    }

    /// <summary>By the words that come up first the questions that are one with them, those words among them; only where there are others.</summary>
    public Dictionary<string, ImmutableArray<string>> Several { get; } = new(StringComparer.Ordinal);

    /// <summary>The words that a question goes by.</summary>
    /// <param name="question">Its words.</param>
    public string Of(string question) => _first.GetValueOrDefault(question, question);
}
