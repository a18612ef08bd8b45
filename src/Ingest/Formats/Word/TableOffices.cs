using System.Collections.Immutable;
using FeedbackLab.Ingest.Formats.Tables.Shapes;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>Finds the offices whose names stand directly above tables, as headings or on lines of their own.</summary>
internal static class TableOffices
{
    private const int LeastOffices = 2;

    /// <summary>The office by the number of its table; empty where fewer than two offices have one, since a single name may be that of whoever wrote the document.</summary>
    /// <param name="parts">The document's parts in order.</param>
    public static ImmutableDictionary<int, string> Of(ImmutableArray<WordPart> parts)
    {
        var offices = ImmutableDictionary.CreateBuilder<int, string>();
        string? above = null;
        foreach (var part in parts)
        {
            switch (part)
            {
                case WordParagraph paragraph when !string.IsNullOrWhiteSpace(paragraph.Line):
                    above = OfficesBelow.Office(paragraph.Line);
                    break;
                case WordTable table:
                    if (above is not null)
                    {
                        offices[table.Number] = above;
                    }

                    above = null;
                    break;
            }
        }

        return offices.Values.Distinct(StringComparer.Ordinal).Count() < LeastOffices ? [] : offices.ToImmutable();
    }
}
