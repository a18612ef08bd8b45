using System.Text;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Commands.Coding;

/// <summary>The comments' texts by their letters and digits, which no spreadsheet changes.</summary>
/// <param name="comments">The comments.</param>
internal sealed class CommentTexts(IReadOnlyCollection<Comment> comments)
{
    private readonly Dictionary<string, string> _byId = comments.ToDictionary(c => c.Id, c => Letters(c.Text), StringComparer.Ordinal);
    private readonly ILookup<string, string> _byText = comments.ToLookup(c => Letters(c.Text), c => c.Id, StringComparer.Ordinal);

    /// <summary>The comment whose text stands beside the id of another; null where it is that of the id, or of no comment.</summary>
    /// <param name="id">The id.</param>
    /// <param name="text">The text beside it.</param>
    public string? Another(string id, string text) =>
        Letters(text) is { Length: > 0 } letters && _byId[id] != letters ? _byText[letters].FirstOrDefault() : null;

    private static string Letters(string text) => string.Concat(Unicode(text).Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // A lone surrogate has no normal form.
    private static string Unicode(string text) => string.Concat(text.EnumerateRunes());
}
