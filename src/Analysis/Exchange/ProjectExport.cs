using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>Turns a workspace into a project of the exchange format.</summary>
/// <remarks>
/// A source is a text, a comment a selection of it. A coding is on its evidence, each stretch a selection, or on the comment's selection where it has
/// none; a proposal of the program is coded by a user of the program's name. A respondent is a case with attributes. docs/guide/exchange.md.
/// </remarks>
public static class ProjectExport
{
    private const int LongestName = 40;

    /// <summary>The project, and what of the workspace it has no place for.</summary>
    /// <param name="content">The workspace.</param>
    /// <param name="name">What the project is called.</param>
    /// <param name="created">When it was begun; null where unknown.</param>
    /// <param name="modified">When it was last changed; null where unknown.</param>
    /// <param name="withProposals">Whether codings that nobody has looked at go with it.</param>
    public static (QdaProject Project, ImmutableArray<QdaLoss> Losses) Of(ExchangeContent content, string name, DateTimeOffset? created, DateTimeOffset? modified, bool withProposals)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);
        var losses = new List<QdaLoss>(ExportLosses.Of(content));
        var codings = Exported(content, withProposals, losses).ToLookup(c => c.CommentId, StringComparer.Ordinal);
        var cases = new ExportCases();
        var sources = ImmutableArray.CreateBuilder<QdaSource>();
        var beside = new List<(LeftOut LeftOut, Guid Selection)>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stored in content.Sources)
        {
            var layout = content.Layout(stored.Source);
            if (layout.Text.Length == 0)
            {
                losses.Add(new QdaLoss(new BilingualText("文章のない資料", "sources without words"), stored.Source.Name));
                continue;
            }

            var selections = new List<QdaSelection>();
            foreach (var (comment, span) in layout.Comments)
            {
                seen[comment.Id] = seen.TryGetValue(comment.Id, out var before) ? before + 1 : 0;
                var (id, repeat) = (comment.Id, seen[comment.Id]);
                var own = repeat == 0 ? codings[id].ToList() : [];
                var selection = Comment(comment, ExchangeIds.Comment(id, repeat), span, own, content.Codebook);
                cases.Add(comment, selection.Id);
                selections.Add(selection);
                selections.AddRange(Evidence(comment, span, own, content.Codebook));
            }

            foreach (var ((leftOut, span), i) in layout.LeftOut.Select((l, i) => (l, i)))
            {
                var selection = Beside(leftOut, ExchangeIds.LeftOut(stored.Key, i), span);
                beside.Add((leftOut, selection.Id));
                selections.Add(selection);
            }

            sources.Add(new QdaSource(
                ExchangeIds.Source(stored.Key), stored.Source.Name, About(stored.Source).ToString(), layout.Text, [.. selections.OrderBy(s => s.Span.Start).ThenByDescending(s => s.Span.End)], []));
        }

        foreach (var (leftOut, selection) in beside)
        {
            cases.Add(leftOut, selection);
        }

        var users = codings.SelectMany(g => g).Select(User).Distinct().OrderBy(u => u.Name, StringComparer.Ordinal).ThenBy(u => u.Id).ToImmutableArray();
        var project = new QdaProject(
            name, true, created, modified, users, content.Codebook, cases.Variables, cases.Cases(), sources.ToImmutable(), [.. content.Corpus.Meetings.Select(Note)]);
        losses.AddRange(ExportLosses.Characters(project));
        return (project, [.. losses]);
    }

    // What stands, and who else accepted the same; codes in the codebook's order, so that the file does not tell who was first in the database.
    private static IEnumerable<StoredCoding> Exported(ExchangeContent content, bool withProposals, List<QdaLoss> losses)
    {
        var order = (content.Codebook?.Codes ?? []).Select((c, i) => (c.Id, i)).ToDictionary(c => c.Id, c => c.i, StringComparer.Ordinal);
        var stands = content.Codings.Where(c => c.State != CodingState.Rejected && (withProposals || c.State != CodingState.Proposed)).ToList();
        foreach (var gone in stands.Where(c => !order.ContainsKey(c.Code)))
        {
            losses.Add(new QdaLoss(new BilingualText("今のコードブックにないコードのコーディング", "codings of codes that the codebook does not have now"), gone.Code));
        }

        var accepted = stands.Where(c => c.State != CodingState.Proposed).ToDictionary(c => (c.CommentId, c.Code), c => c.Who);
        var others = content.PersonCodings.Where(p => accepted.TryGetValue((p.CommentId, p.Code), out var who) && who != p.Who).DistinctBy(p => (p.CommentId, p.Code, p.Who));
        losses.AddRange(content.PersonCodings.Where(p => !accepted.ContainsKey((p.CommentId, p.Code)))
            .Select(p => new QdaLoss(new BilingualText("一人が付けたが、いまは立っていないコーディング", "codings of one person that do not stand"), p.Who)));
        return stands.Concat(others).Where(c => order.ContainsKey(c.Code)).OrderBy(c => order[c.Code]).ThenBy(c => c.Who, StringComparer.Ordinal);
    }

    private static QdaSelection Comment(Comment comment, Guid id, TextSpan span, List<StoredCoding> codings, Codebook? codebook)
    {
        var about = new ExchangeLines().Add("意見", comment.Id).Add("種類", comment.Kind.ToString()).Add("設問", comment.Question).Add("会議", comment.Meeting);
        foreach (var heading in comment.Attributes.Where(a => a.Name == CommentAttribute.Heading))
        {
            about.Add(CommentAttribute.Heading, heading.Value);
        }

        return new QdaSelection(
            id, NameOf(comment.Text), about.Add(comment.Place).ToString(), span,
            [.. codings.Where(c => c.Evidence.IsEmpty).Select(c => Coding(c, null, codebook!))],
            comment.Meeting is { } meeting ? [ExchangeIds.Meeting(meeting)] : []);
    }

    // The stretches of all codings of a comment, each once.
    private static IEnumerable<QdaSelection> Evidence(Comment comment, TextSpan whole, List<StoredCoding> codings, Codebook? codebook) =>
        codings.SelectMany(c => c.Evidence.Select(e => (Coding: c, Span: e))).GroupBy(e => e.Span).OrderBy(g => g.Key.Start).ThenBy(g => g.Key.End).Select(g => new QdaSelection(
            ExchangeIds.Evidence(comment.Id, g.Key),
            NameOf(comment.Text[g.Key.Start..g.Key.End]),
            string.Empty,
            new TextSpan(whole.Start + SourceLayout.Lf(comment.Text[..g.Key.Start]).Length, whole.Start + SourceLayout.Lf(comment.Text[..g.Key.End]).Length),
            [.. g.Select(e => Coding(e.Coding, e.Span, codebook!))],
            []));

    private static QdaSelection Beside(LeftOut leftOut, Guid id, TextSpan span)
    {
        var about = new ExchangeLines().Add("意見でない", leftOut.Reason.ToString()).Add("設問", leftOut.Question);
        foreach (var heading in leftOut.Discussion)
        {
            about.Add("考察", string.Create(CultureInfo.InvariantCulture, $"{heading.Line} {heading.Text}"));
        }

        return new QdaSelection(id, NameOf(leftOut.Text), about.Add(leftOut.Place).ToString(), span, [], []);
    }

    private static ExchangeLines About(Source source)
    {
        var about = new ExchangeLines().Add("SHA-256", source.Sha256).Add("形式", source.Format.ToString()).Add("文字コード", source.Encoding)
            .Add("題", source.Title).Add("年", source.Year).Add("行数", source.Lines);
        foreach (var column in source.Columns)
        {
            about.Add("列", $"{column.Role} {column.Header}");
        }

        return about;
    }

    private static QdaNote Note(Meeting meeting) => new(
        ExchangeIds.Meeting(meeting.Id),
        meeting.Title,
        new ExchangeLines().Add("会議", meeting.Id).Add("資料", meeting.Source).Add(meeting.Place).ToString(),
        new ExchangeLines().Add("題", meeting.Title).Add("日", meeting.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Add("日時", meeting.DateText).Add("場所", meeting.Venue)
            .Add("団体", meeting.Organisations).Add("人数", meeting.People).Add("出席", meeting.ParticipantsText).Add("欠席", meeting.AbsentText).Add("議題", meeting.Topic).Add("内容", meeting.Content).ToString());

    private static QdaCoding Coding(StoredCoding coding, TextSpan? span, Codebook codebook) => new(
        ExchangeIds.Coding(coding.CommentId, coding.Code, coding.Who, span), QdaCodebook.IdOf(codebook.Codes.First(c => c.Id == coding.Code)), User(coding).Id, coding.When);

    private static QdaUser User(StoredCoding coding) => new(coding.State == CodingState.Proposed ? ExchangeIds.Program(coding.Who) : ExchangeIds.Person(coding.Who), coding.Who);

    private static string NameOf(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestName ? line : line[..(char.IsHighSurrogate(line[LongestName - 1]) ? LongestName - 1 : LongestName)] + "…";
    }
}
