using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages.LeftOuts;

/// <summary>除いたもの: what was read and is not analysed, one reason at a time.</summary>
/// <param name="session">What the pages work on.</param>
/// <param name="reader">The sources.</param>
public sealed class IndexModel(WorkspaceSession session, SourceReader reader) : FindingsPage(session)
{
    private const int PageLength = 200;

    /// <inheritdoc/>
    public override string Title => Pick("除いたもの", "What was left out") + (ReasonName is { } reason ? Pick("：", ": ") + reason : string.Empty);

    /// <inheritdoc/>
    public override string Section => "/overview";

    /// <summary>The reason in words; null for all.</summary>
    public string? ReasonName { get; private set; }

    /// <summary>The source; null for all.</summary>
    public string? Source { get; private set; }

    /// <summary>The entries: words, who, question, place in words, address.</summary>
    public ImmutableArray<(string Text, string? Respondent, string? Question, string Reason, string Place, string Url)> Entries { get; private set; } = [];

    /// <summary>How many there are; a long list is cut.</summary>
    public int Total { get; private set; }

    /// <summary>Shows them.</summary>
    /// <param name="reason">The reason, by its name in exports; null for all.</param>
    /// <param name="source">The source's name; null for all.</param>
    public void OnGet(string? reason, string? source)
    {
        Source = source;
        if (reason == LedgerView.Duplicates)
        {
            ReasonName = Pick("重複", "duplicates");
            var duplicates = Findings.Duplicates.Where(d => source is null || d.Comment.Source == source).Select(d => d.Comment).ToList();
            Total = duplicates.Count;
            Entries = [.. duplicates.Take(PageLength).Select(c => (c.Text, c.Respondent, c.Question, Pick("重複", "duplicate"), Citation.Of(c.Source, c.Place), CommentSelection.UrlOf(c.Id)))];
            return;
        }

        var wanted = Enum.GetValues<LeftOutReason>().Cast<LeftOutReason?>().FirstOrDefault(r => FieldNames.Of(r!.Value) == reason);
        ReasonName = wanted is { } known ? Pick(TypeWords.Of(known)) : null;
        var left = Findings.Corpus.LeftOut.Where(l => (wanted is null || l.Reason == wanted) && (source is null || l.Source == source)).ToList();
        Total = left.Count;
        Entries = [.. left.Take(PageLength).Select(l => (l.Text, l.Respondent, l.Question, Pick(TypeWords.Of(l.Reason)), Citation.Of(l.Source, l.Place), AddressOf(l)))];
    }

    private string AddressOf(LeftOut left)
    {
        var source = Findings.Corpus.Sources.First(s => s.Name == left.Source);
        return Sources.IndexModel.AddressOf(source, reader.Read(source, Findings.Corpus).Of(left.Place)?.Start);
    }
}
