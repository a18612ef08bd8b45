using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Language;

/// <summary>Comments with their terms, every term known by a number.</summary>
/// <param name="Comments">The comments, in the order given; the terms of some hundred lie in one column, one after another.</param>
/// <param name="Terms">All terms of the comments, in ordinal order of their keys.</param>
public sealed record TokenizedCorpus(ImmutableArray<TokenizedComment> Comments, ImmutableArray<Term> Terms)
{
    // Comments that a thread takes at a time.
    private const int Portion = 256;

    /// <summary>The corpus of some comments.</summary>
    /// <param name="comments">The comments; their order changes nothing in <see cref="Terms"/>. The same text again, next to itself, costs little.</param>
    /// <param name="reader">Finds the terms of a text.</param>
    /// <param name="progress">Hears the share done, 0 to 1, from any thread; null where nobody listens.</param>
    public static TokenizedCorpus Of(IReadOnlyList<Comment> comments, TextTerms reader, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(comments);
        ArgumentNullException.ThrowIfNull(reader);
        var portions = new (int Thread, TermUse[] Uses)[(comments.Count + Portion - 1) / Portion];
        var counts = new int[comments.Count];
        var threads = new TermColumns[reader.MakesWords is null ? 1 : Math.Clamp(portions.Length, 1, Environment.ProcessorCount)];
        var next = -1;
        Parallel.For(0, threads.Length, thread =>
        {
            threads[thread] = new TermColumns(reader.MakesWords?.Invoke() ?? new MorphemeWords(reader.Morphemes, reader.Lexicon), reader.Lexicon);
            var uses = new List<TermUse>();
            for (var portion = Interlocked.Increment(ref next); portion < portions.Length; portion = Interlocked.Increment(ref next))
            {
                uses.Clear();
                for (var i = portion * Portion; i < Math.Min(comments.Count, (portion + 1) * Portion); i++)
                {
                    var found = threads[thread].Read(comments[i].Text);
                    counts[i] = found.Length;
                    uses.AddRange(found);
                }

                portions[portion] = (thread, [.. uses]);
                progress?.Invoke((double)portion / portions.Length);
            }
        });

        var vocabulary = TermVocabulary.Of(threads);
        var tokenized = new TokenizedComment[comments.Count];
        Parallel.For(0, portions.Length, portion =>
        {
            var (thread, uses) = portions[portion];
            var numbers = vocabulary.Numbers[thread];
            foreach (ref var use in uses.AsSpan())
            {
                use = use with { Term = numbers[use.Term] };
            }

            var at = 0;
            for (var i = portion * Portion; i < Math.Min(comments.Count, (portion + 1) * Portion); i++)
            {
                tokenized[i] = new TokenizedComment(comments[i], new TermUses(uses, at, counts[i]));
                at += counts[i];
            }
        });
        return new TokenizedCorpus(ImmutableCollectionsMarshal.AsImmutableArray(tokenized), vocabulary.Terms);
    }
}
