using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Pages.Start;
using FeedbackLab.Viewer.Reports;
using FeedbackLab.Viewer.Server;
using Microsoft.AspNetCore.Mvc;

namespace FeedbackLab.Viewer.Pages.Sources;

/// <summary>出典: a whole source, every comment in it a link; who answered in it, what was left out.</summary>
/// <param name="session">What the pages work on.</param>
/// <param name="reader">The sources.</param>
public sealed class IndexModel(WorkspaceSession session, SourceReader reader) : FindingsPage(session)
{
    private const int PageLength = 200;
    private const int KeyLength = 12;

    /// <inheritdoc/>
    public override string Title => Source.Title ?? Source.Name;

    /// <inheritdoc/>
    public override string Section => "/start";

    /// <summary>Words for formats and years.</summary>
    public StartWords StartWords => new(Language);

    /// <summary>The source.</summary>
    public Source Source { get; private set; } = null!;

    /// <summary>Its line of the ledger.</summary>
    public LedgerLine Ledger { get; private set; } = null!;

    /// <summary>The ledger's line as an equation.</summary>
    public string LedgerWords => LedgerText.Of(Ledger, Language);

    /// <summary>The part of it that is shown.</summary>
    public PassagesView Passages { get; private set; } = null!;

    /// <summary>The part shown, 1-based.</summary>
    public int Number { get; private set; }

    /// <summary>How many parts there are, at least 1.</summary>
    public int Parts { get; private set; }

    /// <summary>The page of a source, at a passage.</summary>
    /// <param name="source">The source.</param>
    /// <param name="passage">The passage's place, 0-based; null for the beginning.</param>
    public static string AddressOf(Source source, int? passage = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return "/sources/" + source.Sha256[..KeyLength] + (passage is { } at ? string.Create(CultureInfo.InvariantCulture, $"?part={(at / PageLength) + 1}#l{at + 1}") : string.Empty);
    }

    /// <summary>Shows it.</summary>
    /// <param name="key">The first digits of its hash.</param>
    /// <param name="part">Which part of a long one.</param>
    public IActionResult OnGet(string key, int part = 1)
    {
        if (Findings.Corpus.Sources.FirstOrDefault(s => s.Sha256.StartsWith(key, StringComparison.Ordinal)) is not { } source || key.Length < KeyLength)
        {
            return NotFound();
        }

        Source = source;
        Ledger = Findings.Ledger.BySource.First(l => l.Source == source.Name);
        var text = reader.Read(source, Findings.Corpus);
        Parts = Math.Max(1, (text.Passages.Length + PageLength - 1) / PageLength);
        Number = Math.Clamp(part, 1, Parts);
        var start = (Number - 1) * PageLength;
        ImmutableArray<Comment> own = [.. Findings.Corpus.Comments.Where(c => c.Source == source.Name)];
        Passages = new PassagesView(text, start, Math.Min(text.Passages.Length, start + PageLength), own, null, Language);
        return Page();
    }
}
