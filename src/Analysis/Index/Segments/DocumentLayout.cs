using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>How a comment's tokens and sentences are written: for each token the gap before it and its length, mostly in one byte.</summary>
internal static class DocumentLayout
{
    // Gap 0 and a length of 1 to 127 take one byte.
    private const int HasGap = 1;

    public static void Write(ByteSink into, ImmutableArray<IndexToken> tokens, ImmutableArray<int> sentenceEnds)
    {
        into.Variable((uint)tokens.Length);
        var at = 0;
        foreach (var token in tokens)
        {
            var gap = token.Start - at;
            into.Variable((uint)(((token.End - token.Start) << 1) | (gap > 0 ? HasGap : 0)));
            if (gap > 0)
            {
                into.Variable((uint)gap);
            }

            at = token.End;
        }

        into.Variable((uint)sentenceEnds.Length);
        var before = 0;
        foreach (var end in sentenceEnds)
        {
            into.Variable((uint)(end - before));
            before = end;
        }
    }

    public static CommentLayout Read(ReadOnlySpan<byte> row)
    {
        var source = new ByteSource(row);
        var tokens = ImmutableArray.CreateBuilder<TokenSpan>(source.Count());
        var at = 0;
        for (var left = tokens.Capacity; left > 0; left--)
        {
            var length = source.Variable();
            at += (length & HasGap) != 0 ? source.Variable() : 0;
            tokens.Add(new TokenSpan(at, at + (length >> 1)));
            at += length >> 1;
        }

        var ends = ImmutableArray.CreateBuilder<int>(source.Count());
        var end = 0;
        for (var left = ends.Capacity; left > 0; left--)
        {
            end += source.Variable();
            ends.Add(end);
        }

        return new CommentLayout(tokens.ToImmutable(), ends.ToImmutable());
    }
}
