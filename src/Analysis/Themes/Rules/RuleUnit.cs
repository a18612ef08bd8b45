using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Kuromoji;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>A comment as rules see it: its words, sentences, paragraphs and attributes.</summary>
public sealed class RuleUnit
{
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);

    private RuleUnit(Comment comment, int number, ImmutableArray<RuleWord> words, ImmutableArray<TextSpan> sentences)
    {
        (Comment, Number, Words, Sentences) = (comment, number, words, sentences);
        for (var i = 0; i < words.Length; i++)
        {
            if (!_places.TryGetValue(words[i].Base, out var places))
            {
                _places.Add(words[i].Base, places = []);
            }

            places.Add(i);
        }
    }

    /// <summary>The comment.</summary>
    public Comment Comment { get; }

    /// <summary>Its number among the comments, from 1.</summary>
    public int Number { get; }

    /// <summary>Its words in order, punctuation among them.</summary>
    public ImmutableArray<RuleWord> Words { get; }

    /// <summary>Its sentences in order.</summary>
    public ImmutableArray<TextSpan> Sentences { get; }

    /// <summary>Its different dictionary forms.</summary>
    public IReadOnlyCollection<string> Bases => _places.Keys;

    /// <summary>The comments as rules see them, in their order; on all cores.</summary>
    /// <param name="comments">The comments.</param>
    public static ImmutableArray<RuleUnit> Of(IReadOnlyList<Comment> comments)
    {
        ArgumentNullException.ThrowIfNull(comments);
        var units = new RuleUnit[comments.Count];
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(0, Math.Max(1, comments.Count)),
            range =>
            {
                var tokenizer = new KuromojiTokenizer(KuromojiDictionary.Default, new TokenizerOptions { UserDictionary = UserDictionary.OfTheField });
                var tokens = new List<Token>();
                for (var i = range.Item1; i < Math.Min(range.Item2, comments.Count); i++)
                {
                    units[i] = Of(comments[i], i + 1, tokenizer, tokens);
                }
            });
        return [.. units];
    }

    /// <summary>The words with a dictionary form, by their numbers, ascending.</summary>
    /// <param name="baseForm">The form.</param>
    public IReadOnlyList<int> PlacesOf(string baseForm) => _places.GetValueOrDefault(baseForm) ?? (IReadOnlyList<int>)[];

    /// <summary>The values of an attribute: of the comment's own (回答者, 年, 設問, 資料), its headings by level; and of each the column of that name.</summary>
    /// <param name="name">The name.</param>
    public IEnumerable<string> ValuesOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var given = Comment.Attributes.Where(a => a.Name == name).Select(a => a.Value);
        return name switch
        {
            "回答者" or "センター" or "respondent" => given.Append(Comment.Respondent).OfType<string>(),
            "年" or "年度" or "year" => given.Append(Comment.Year?.ToString(CultureInfo.InvariantCulture)).OfType<string>(),
            "設問" or "question" => given.Append(Comment.Question).OfType<string>(),
            "資料" or "source" => given.Append(Comment.Source),
            _ when HeadingLevel(name) is { } level => given.Concat(Comment.Attributes.Where(a => a.Name == CommentAttribute.Heading).Skip(level - 1).Take(1).Select(a => a.Value)),
            _ => given,
        };
    }

    private static int? HeadingLevel(string name)
    {
        var digits = name.StartsWith("見出し", StringComparison.Ordinal) ? name[3..] : name.StartsWith("heading", StringComparison.Ordinal) ? name[7..] : string.Empty;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 5 ? level : null;
    }

    private static RuleUnit Of(Comment comment, int number, KuromojiTokenizer tokenizer, List<Token> tokens)
    {
        var text = comment.Text;
        tokens.Clear();
        tokenizer.Tokenize(text, tokens);
        var sentences = SentenceSplitter.Split(text);
        var words = ImmutableArray.CreateBuilder<RuleWord>(tokens.Count);
        var (sentence, paragraph, at) = (0, 0, 0);
        foreach (var token in tokens)
        {
            while (sentence + 1 < sentences.Length && sentences[sentence + 1].Start <= token.Start)
            {
                sentence++;
            }

            for (; at < token.Start; at++)
            {
                paragraph += text[at] == '\n' ? 1 : 0;
            }

            var features = tokenizer.Describe(token, text);
            var surface = NormalizedText.Of(text[token.Start..token.End]).Text;
            words.Add(new RuleWord(
                features.BaseForm is { } form ? NormalizedText.Of(form).Text : surface,
                surface,
                features.PartOfSpeech,
                features.InflectionForm,
                features.Reading is null,
                new TextSpan(token.Start, token.End),
                sentence,
                paragraph));
        }

        return new RuleUnit(comment, number, words.DrainToImmutable(), sentences);
    }
}

/// <summary>A word of a comment.</summary>
/// <param name="Base">Its dictionary form, normalised.</param>
/// <param name="Surface">As it is written, normalised.</param>
/// <param name="PartOfSpeech">IPADIC's part of speech, its levels joined by <c>-</c>.</param>
/// <param name="Inflection">Its inflected form; null for what does not inflect.</param>
/// <param name="IsUnknown">Whether the dictionary does not have it.</param>
/// <param name="Span">Where it stands in the untouched text.</param>
/// <param name="Sentence">Number of its sentence, 0-based.</param>
/// <param name="Paragraph">Number of its paragraph, 0-based.</param>
public readonly record struct RuleWord(
    string Base, string Surface, string PartOfSpeech, string? Inflection, bool IsUnknown, TextSpan Span, int Sentence, int Paragraph);
