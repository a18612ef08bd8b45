using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Analysis.Voices;

/// <summary>Which comments may be quoted, as far as the sources ask.</summary>
/// <remarks>
/// Where a source has an attribute that asks for it, a comment of that source may be quoted only where the answer is a clear yes. Sources that
/// do not ask leave it to the one who publishes.
/// </remarks>
public sealed partial class QuotationConsent
{
    private static readonly ImmutableHashSet<string> Yes = ImmutableHashSet.Create(
        StringComparer.Ordinal, "可", "可能", "はい", "○", "〇", "◯", "◎", "yes", "y", "true", "1", "ok", "同意", "同意する", "同意します", "同意した", "同意しました", "承諾", "承諾する", "承諾します", "許可", "許可する", "許可します", "よい", "良い", "いい", "引用可", "掲載可", "公開可", "公表可", "転載可");

    private readonly HashSet<string> _columns;
    private readonly HashSet<string> _asking;

    private QuotationConsent(HashSet<string> columns, HashSet<string> asking) => (_columns, _asking) = (columns, asking);

    /// <summary>The attributes that ask for it, ordinal order.</summary>
    public ImmutableArray<string> Columns => [.. _columns.Order(StringComparer.Ordinal)];

    /// <summary>The consent that some comments' attributes give.</summary>
    /// <param name="comments">The comments.</param>
    /// <param name="attribute">The attribute's name; null recognises it by its name (引用可, 掲載の同意 …), empty asks for none.</param>
    public static QuotationConsent Of(IEnumerable<Comment> comments, string? attribute)
    {
        ArgumentNullException.ThrowIfNull(comments);
        var (columns, asking) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var comment in comments)
        {
            foreach (var name in comment.Attributes.Select(a => a.Name).Where(n => attribute is null ? Asks(n) : JapaneseText.Compatible(n) == JapaneseText.Compatible(attribute)))
            {
                columns.Add(name);
                asking.Add(comment.Source);
            }
        }

        return new QuotationConsent(columns, asking);
    }

    /// <summary>Whether an attribute's name asks whether the comment may be quoted.</summary>
    /// <param name="name">The name.</param>
    public static bool Asks(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name != CommentAttribute.Heading && Question().IsMatch(JapaneseText.Compatible(name).Trim());
    }

    /// <summary>Whether a comment may be quoted.</summary>
    /// <param name="comment">The comment.</param>
    public bool Allows(Comment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        var answers = comment.Attributes.Where(a => _columns.Contains(a.Name)).Select(a => a.Value).ToList();
        return !_asking.Contains(comment.Source) || (answers.Count > 0 && answers.TrueForAll(IsYes));
    }

    private static bool IsYes(string answer) =>
        Yes.Contains(JapaneseText.Compatible(answer).Trim().TrimEnd('。', '.').ToLowerInvariant());

    [GeneratedRegex(
        "^(同意|承諾|掲載|引用|公開|公表|転載)(の?(有無|可否|許可|同意|承諾|意思))?[?]?$"
        + "|(引用|掲載|公開|公表|転載).{0,12}(可否|可[)]?$|可能?(です)?か|許可|同意|承諾|(よい|良い|いい|よろしい)(です)?か)"
        + "|consent|(quot(e|ing|ation)|publish).{0,12}(ok|allowed|permi)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Question();
}
