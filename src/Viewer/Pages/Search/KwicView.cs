using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Pages.Search;

/// <summary>A match with what stands left and right of it, as the page shows it.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Left">What stands left, as much as a line shows.</param>
/// <param name="Match">The match.</param>
/// <param name="Right">What stands right.</param>
public sealed record KwicView(Comment Comment, string Left, string Match, string Right)
{
    private const int LongestName = 22;
    private const int KeptEnd = 10;

    /// <summary>Where it stands; a long file name is cut in its middle, so that the line numbers are seen.</summary>
    public string Where
    {
        get
        {
            var name = Comment.Source;
            return Citation.Of(name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName - KeptEnd - 1), "…", name.AsSpan(name.Length - KeptEnd)), Comment.Place);
        }
    }
}
