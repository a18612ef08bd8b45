using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Mapping;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>Puts the sheets of a file together.</summary>
internal static class TableFile
{
    /// <summary>What the file holds. A sheet without a column of answers is told; it is an error where no sheet has one.</summary>
    public static FileReading Of(
        string name, string sha256, SourceFormat format, string encoding, int lines, IReadOnlyList<TableReading> sheets, ReadOptions options)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var silent = sheets.Where(s => !s.Mapping.Columns.Any(c => c.Role == ColumnRole.Text)).ToList();
        if (silent.Count == sheets.Count)
        {
            problems.Add(FileProblems.NoText(name));
        }
        else
        {
            problems.AddRange(silent.Select(s => s.Counts ? FileProblems.SheetOfCounts(name, s.Mapping.Name ?? string.Empty) : FileProblems.SheetWithoutText(name, s.Mapping.Name ?? string.Empty)));
        }

        problems.AddRange(sheets.SelectMany(s => s.Problems));
        var comments = sheets.SelectMany(s => s.Comments).ToImmutableArray();
        var years = comments.Select(c => c.Year).Distinct().Take(2).ToList();
        var asked = options.Mapping.For(name);
        var year = options.Year ?? asked?.Year;
        return new FileReading(
            new Source(name, sha256, format, encoding, null, year ?? (years.Count == 1 ? years[0] : null), lines, [.. sheets.SelectMany(s => s.Mapping.Columns)])
            {
                Mapping = new SourceMapping(
                    name, format == SourceFormat.Delimited ? encoding : null, year, asked?.SplitBullets ?? options.SplitBullets, [.. sheets.Select(s => s.Mapping)]),
            },
            comments, [.. sheets.SelectMany(s => s.LeftOut)], [.. sheets.SelectMany(s => s.Meetings)], [], problems.ToImmutable());
    }
}
