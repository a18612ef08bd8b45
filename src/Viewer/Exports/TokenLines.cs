using System.Buffers;
using System.Text;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Kuromoji;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Writes a line of words for every line of a text; stretches of lines go to all cores.</summary>
/// <param name="tokenizer">Makes a tokenizer for one thread.</param>
/// <param name="append">Puts a word of a line at the end of what is written.</param>
internal sealed class TokenLines(Func<KuromojiTokenizer> tokenizer, TokenLines.WordWriter append)
{
    // A stretch is long enough to be worth handing over, and short enough for every core to get some.
    private const int StretchLength = 1 << 16;
    private const int StretchesPerCore = 8;

    /// <summary>Writes one word.</summary>
    /// <param name="word">The token.</param>
    /// <param name="line">The line that it is of.</param>
    /// <param name="tokenizer">The tokenizer that gave it.</param>
    /// <param name="into">Where it goes.</param>
    public delegate void WordWriter(Token word, ReadOnlySpan<char> line, KuromojiTokenizer tokenizer, ArrayBufferWriter<char> into);

    /// <summary>Surfaces only, as <c>mecab -Owakati</c> writes them.</summary>
    public static void Surface(Token word, ReadOnlySpan<char> line, KuromojiTokenizer tokenizer, ArrayBufferWriter<char> into) =>
        into.Write(line[word.Start..word.End]);

    /// <summary>Surface, part of speech and base form with slashes between them.</summary>
    public static void SurfacePartOfSpeechBase(Token word, ReadOnlySpan<char> line, KuromojiTokenizer tokenizer, ArrayBufferWriter<char> into)
    {
        var surface = line[word.Start..word.End];
        var features = tokenizer.Describe(word, line);
        into.Write(surface);
        into.Write("/");
        into.Write(features.PartOfSpeech);
        into.Write("/");
        into.Write(features.BaseForm ?? surface);
    }

    /// <summary>Writes the words of each line, a space between words, as UTF-8 with LF.</summary>
    /// <param name="text">The text; lines end at LF, CR LF or CR.</param>
    /// <param name="stream">Where to; left open.</param>
    public void Write(string text, Stream stream)
    {
        using var workers = new ThreadLocal<Worker>(() => new Worker(tokenizer(), append));
        var stretches = new List<Range>();
        for (var start = 0; start < text.Length;)
        {
            stretches.Clear();
            while (start < text.Length && stretches.Count < Environment.ProcessorCount * StretchesPerCore)
            {
                var end = StretchEnd(text, start);
                stretches.Add(start..end);
                start = end;
            }

            var written = new ArraySegment<byte>[stretches.Count];
            AtOnce.For(written.Length, Environment.ProcessorCount, i => written[i] = workers.Value!.Words(text.AsSpan(stretches[i])));
            foreach (var bytes in written)
            {
                stream.Write(bytes);
                ArrayPool<byte>.Shared.Return(bytes.Array!);
            }
        }
    }

    private static int StretchEnd(string text, int start)
    {
        var from = Math.Min(start + StretchLength, text.Length);
        var end = text.AsSpan(from).IndexOf('\n');
        return end < 0 ? text.Length : from + end + 1;
    }

    // What one thread needs, kept from stretch to stretch.
    private sealed class Worker(KuromojiTokenizer tokenizer, WordWriter append)
    {
        private readonly ArrayBufferWriter<char> _into = new(4 * StretchLength);
        private readonly List<Token> _tokens = [];

        // The stretch's lines in UTF-8; the array is rented.
        public ArraySegment<byte> Words(ReadOnlySpan<char> stretch)
        {
            _into.ResetWrittenCount();
            while (!stretch.IsEmpty)
            {
                var end = stretch.IndexOfAny('\r', '\n');
                Line(end < 0 ? stretch : stretch[..end]);
                stretch = end < 0 ? [] : stretch[(end + (stretch[end..].StartsWith("\r\n") ? 2 : 1))..];
            }

            var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(_into.WrittenCount));
            return new ArraySegment<byte>(bytes, 0, Encoding.UTF8.GetBytes(_into.WrittenSpan, bytes));
        }

        private void Line(ReadOnlySpan<char> line)
        {
            _tokens.Clear();
            tokenizer.Tokenize(line, _tokens);
            for (var i = 0; i < _tokens.Count; i++)
            {
                if (i > 0)
                {
                    _into.Write(" ");
                }

                append(_tokens[i], line, tokenizer, _into);
            }

            _into.Write("\n");
        }
    }
}
