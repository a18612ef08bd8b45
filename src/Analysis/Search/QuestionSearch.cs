using System.Collections.Immutable;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Search;

/// <summary>Answers questions in plain words: what the words find, the best of it ordered anew by the runs of characters that it shares with the question.</summary>
public static class QuestionSearch
{
    /// <summary>How many of the best by words are ordered anew; what comes after them stays as it is.</summary>
    public const int Candidates = 300;

    // Enough to tell frequent runs from rare ones: figures in bench/results/search.md.
    private const int Sample = 500;

    /// <summary>The answer to a question.</summary>
    /// <param name="index">The index.</param>
    /// <param name="question">The question, as its user typed it.</param>
    /// <param name="request">The question's query (<see cref="QuestionQuery"/>) and what is wanted of the answer; where it asks for another order than rank, that order is kept.</param>
    /// <param name="commentsOf">The comments with some ids; what is not there is left out.</param>
    /// <returns>The answer; scores are of BM25 over words, for the candidates with those of <see cref="CharacterRuns"/> added.</returns>
    public static SearchAnswer Answer(
        IndexSnapshot index, string question, SearchRequest request, Func<IReadOnlyList<string>, ImmutableArray<Comment>> commentsOf)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(commentsOf);
        request = request with { Saturation = QuestionQuery.Saturation };
        if (request.Order is not null || request.Count == 0)
        {
            return index.Search(request);
        }

        var wanted = (int)Math.Min(int.MaxValue, Math.Max(Candidates, (long)request.Skip + request.Count));
        var answer = index.Search(request with { Skip = 0, Count = wanted });
        var best = answer.Hits[..Math.Min(Candidates, answer.Hits.Length)];
        var texts = TextsOf(commentsOf, [.. best.Select(h => h.Id)]);
        var sample = TextsOf(commentsOf, index.SampleIds(Sample));
        var runs = new CharacterRuns(question).Score([.. best.Select(h => texts.GetValueOrDefault(h.Id, string.Empty))], [.. sample.Values], index.Count);
        var ordered = best
            .Select((hit, i) => hit with { Score = hit.Score + runs[i] })
            .OrderByDescending(h => h.Score)
            .ThenBy(h => h.Document)
            .Concat(answer.Hits[best.Length..]);
        return answer with { Hits = [.. ordered.Skip(request.Skip).Take(request.Count)] };
    }

    private static Dictionary<string, string> TextsOf(Func<IReadOnlyList<string>, ImmutableArray<Comment>> commentsOf, ImmutableArray<string> ids) =>
        commentsOf(ids).ToDictionary(c => c.Id, c => c.Text, StringComparer.Ordinal);
}
