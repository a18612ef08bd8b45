using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>A text of a project as a source of a workspace.</summary>
/// <param name="Project">The text in the project.</param>
/// <param name="New">The source to write; null where the workspace has it.</param>
/// <param name="Comments">Its comments with their stretches, in order, without overlap.</param>
/// <param name="LeftOut">What else was read in it.</param>
/// <param name="WholeSelections">GUIDs of the selections that stand for a comment: a coding on one is on all of it.</param>
/// <param name="Original">The text, where comments are lines of it; null elsewhere.</param>
internal sealed record ImportedSource(
    QdaSource Project,
    Source? New,
    ImmutableArray<(Comment Comment, TextSpan Span)> Comments,
    ImmutableArray<(LeftOut LeftOut, TextSpan Span)> LeftOut,
    ImmutableHashSet<Guid> WholeSelections,
    string? Original)
{
    private const int LongestName = 200;

    /// <summary>The source: one that the workspace has, one that this program wrote, or the text's paragraphs.</summary>
    public static ImportedSource Of(QdaSource source, QdaProject project, ExchangeContent present, HashSet<string> names, int number)
    {
        foreach (var stored in present.Sources.Where(s => ExchangeIds.Source(s.Key) == source.Id))
        {
            var layout = present.Layout(stored.Source);
            if (layout.Text == source.Text)
            {
                var whole = layout.Comments.Select(c => ExchangeIds.Comment(c.Comment.Id, 0)).ToImmutableHashSet();
                return new ImportedSource(source, null, layout.Comments, [], whole, null);
            }
        }

        var sha256 = SourceLayout.Sha256(source.Text);
        if (present.Sources.FirstOrDefault(s => s.Source.Sha256 == sha256) is { } same)
        {
            var there = present.Corpus.Comments.Where(c => c.Source == same.Source.Name).GroupBy(c => c.Place).ToDictionary(g => g.Key, g => g.First());
            return new ImportedSource(
                source, null, [.. Paragraphs(source.Text, same.Source.Name, sha256).Where(p => there.ContainsKey(p.Comment.Place)).Select(p => (there[p.Comment.Place], p.Span))], [], [], null);
        }

        return project.IsOurs && IsTold(source)
            ? Ours(source, present, names, number, sha256)
            : Foreign(source, names, number, sha256);
    }

    // Of a source without comments only its own lines tell that this program wrote it.
    private static bool IsTold(QdaSource source) =>
        new ExchangeLines(source.Description)["形式"] is not null || source.Selections.Any(s => new ExchangeLines(s.Description)["意見"] is not null);

    private static ImportedSource Foreign(QdaSource source, HashSet<string> names, int number, string sha256)
    {
        var name = NameOf(source.Name, names, number, asText: true);
        var comments = Paragraphs(source.Text, name, sha256).ToImmutableArray();
        var lines = source.Text.Count(c => c == '\n') + (source.Text.EndsWith('\n') ? 0 : 1);
        return new ImportedSource(source, new Source(name, sha256, SourceFormat.Text, "utf-8", null, null, lines, []), comments, [], [], source.Text);
    }

    private static IEnumerable<(Comment Comment, TextSpan Span)> Paragraphs(string text, string name, string sha256)
    {
        var (line, at) = (0, 0);
        foreach (var written in text.Split('\n'))
        {
            line++;
            var words = written.Trim();
            if (words.Length > 0)
            {
                var start = at + written.Length - written.TrimStart().Length;
                var place = new Place(line, line);
                yield return (
                    new Comment(CommentId.Of(sha256, place, words), name, CommentKind.Answer, null, null, null, null, place, words, []), new TextSpan(start, start + words.Length));
            }

            at += written.Length + 1;
        }
    }

    private static ImportedSource Ours(QdaSource source, ExchangeContent present, HashSet<string> names, int number, string sha256)
    {
        var about = new ExchangeLines(source.Description);
        var name = NameOf(source.Name, names, number, asText: false);
        var told = about["SHA-256"] is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower) && present.Sources.All(s => s.Source.Sha256 != hash) ? hash : sha256;
        var columns = about.All("列").Select(c => c.Split(' ', 2)).Where(c => c.Length == 2)
            .SelectMany(c => Known<ColumnRole>(c[0]) is { } role ? new[] { new ColumnReading(c[1], role) } : []).ToImmutableArray();
        var read = new Source(
            name, told, Known<SourceFormat>(about["形式"]) ?? SourceFormat.Text, about["文字コード"] ?? "utf-8", about["題"], about.Number("年"),
            Math.Max(0, about.Number("行数") ?? 0), columns);
        var comments = ImmutableArray.CreateBuilder<(Comment, TextSpan)>();
        var beside = ImmutableArray.CreateBuilder<(LeftOut, TextSpan)>();
        var whole = ImmutableHashSet.CreateBuilder<Guid>();
        var end = 0;
        foreach (var selection in source.Selections.OrderBy(s => s.Span.Start).ThenByDescending(s => s.Span.End))
        {
            var lines = new ExchangeLines(selection.Description);
            var text = source.Text[selection.Span.Start..selection.Span.End];
            if (selection.Span.Start < end || lines.Place() is not { } place)
            {
                continue;
            }

            if (lines["意見"] is { } id)
            {
                comments.Add((
                    new Comment(
                        id.Length == 12 && id.All(char.IsAsciiHexDigitLower) ? id : CommentId.Of(told, place, text),
                        name,
                        Known<CommentKind>(lines["種類"]) ?? CommentKind.Answer,
                        null, lines["会議"], lines["設問"], null, place, text,
                        [.. lines.All(CommentAttribute.Heading).Select(h => new CommentAttribute(CommentAttribute.Heading, h))]),
                    selection.Span));
                whole.Add(selection.Id);
                end = selection.Span.End;
            }
            else if (Known<LeftOutReason>(lines["意見でない"]) is { } reason)
            {
                beside.Add((
                    new LeftOut(name, reason, null, lines["設問"], null, place, text)
                    {
                        Discussion = [.. lines.All("考察").Select(h => h.Split(' ', 2)).Where(h => h.Length == 2 && int.TryParse(h[0], out _)).Select(h => new SourceHeading(h[1], int.Parse(h[0], System.Globalization.CultureInfo.InvariantCulture)))],
                    },
                    selection.Span));
                end = selection.Span.End;
            }
        }

        return new ImportedSource(source, read, comments.ToImmutable(), beside.ToImmutable(), whole.ToImmutable(), told == sha256 ? source.Text : null);
    }

    private static T? Known<T>(string? name)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(name, StringComparer.Ordinal) ? Enum.Parse<T>(name!) : null;

    // Names are shown, and their ending says how a file is read.
    private static string NameOf(string wanted, HashSet<string> names, int number, bool asText)
    {
        var name = string.Concat(wanted.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        name = name.Length == 0 ? $"資料 {number}" : name.Length > LongestName ? name[..LongestName] : name;
        name = asText && Ingest.Formats.FormatReaders.Know(name) && !name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? name + ".txt" : name;
        var free = name;
        for (var n = 2; !names.Add(free); n++)
        {
            var cut = name.LastIndexOf('.') is > 0 and var dot ? dot : name.Length;
            free = $"{name[..cut]} ({n}){name[cut..]}";
        }

        return free;
    }
}
