namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>What the sections of a segment are called.</summary>
internal static class SectionNames
{
    public const string Terms = "terms";
    public const string Surfaces = "surfaces";
    public const string Head = "head";
    public const string Lengths = "lengths";
    public const string Ids = "ids";
    public const string IdOrder = "id order";
    public const string Layouts = "layouts";

    private const string FacetPrefix = "facet ";

    public static string Dictionary(string field) => field + " dictionary";

    public static string Postings(string field) => field + " postings";

    public static string Facet(string name) => FacetPrefix + name;

    public static string? FacetOf(string section) =>
        section.StartsWith(FacetPrefix, StringComparison.Ordinal) ? section[FacetPrefix.Length..] : null;
}
