using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Mapping;
using FeedbackLab.Viewer.Server.Imports;
using Microsoft.AspNetCore.Http;

namespace FeedbackLab.Viewer.Pages.Start;

/// <summary>The fields by which the user corrects how files are read, and the mapping that they amount to.</summary>
internal static class CheckForm
{
    public const string VersionField = "version";

    public static readonly ImmutableArray<string> Encodings = ["utf-8", "cp932", "euc-jp", "iso-2022-jp", "utf-16"];

    public static string Year(int source) => Name($"s{source}.year");

    public static string Encoding(int source) => Name($"s{source}.encoding");

    public static string Split(int source) => Name($"s{source}.split");

    public static string HeaderRow(int source, int sheet) => Name($"s{source}.{sheet}.header");

    public static string Role(int source, int sheet, int column) => Name($"s{source}.{sheet}.{column}.role");

    public static string EncodingOf(string file) => "encoding:" + file;

    public static int Version(IFormCollection form) => Number(form[VersionField]) ?? -1;

    /// <summary>Whether a file's encoding is for the user to say.</summary>
    public static bool HasEncoding(string file) => Path.GetExtension(file).ToLowerInvariant() is ".txt" or ".md" or ".csv" or ".tsv";

    /// <summary>Whether the form says anything else than how the draft was read.</summary>
    public static bool Changes(IFormCollection form, ImportDraft draft)
    {
        var now = draft.Corpus!.Sources.Select((s, i) => (Was: s.Mapping, Is: Mapping(form, s, i))).Where(m => m.Was is not null);
        return now.Any(m => MappingYaml.Write(new ImportMapping([m.Was!])) != MappingYaml.Write(new ImportMapping([m.Is])))
            || form.Keys.Any(k => k.StartsWith(EncodingOf(string.Empty), StringComparison.Ordinal) && form[k] != string.Empty);
    }

    /// <summary>How the form says that the draft's files are to be read.</summary>
    public static ImportMapping Mapping(IFormCollection form, ImportDraft draft) => new(
    [
        .. draft.Corpus!.Sources.Select((s, i) => Mapping(form, s, i)),
        .. form.Keys.Where(k => k.StartsWith(EncodingOf(string.Empty), StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Where(k => Encodings.Contains(form[k].ToString(), StringComparer.Ordinal))
            .Select(k => new SourceMapping(k[EncodingOf(string.Empty).Length..], form[k].ToString(), null, true, [])),
    ]);

    private static SourceMapping Mapping(IFormCollection form, Source source, int index)
    {
        var was = source.Mapping ?? new SourceMapping(source.Name, null, null, true, []);
        var encoding = form[Encoding(index)].ToString();
        return was with
        {
            Year = Number(form[Year(index)]) is { } year and >= 1900 and <= 2200 ? year : null,
            Encoding = Encodings.Contains(encoding, StringComparer.Ordinal) ? encoding : was.Encoding,
            SplitBullets = was.Sheets.IsEmpty ? was.SplitBullets : form.ContainsKey(Split(index)),
            Sheets = [.. was.Sheets.Select((s, i) => Sheet(form, s, index, i))],
        };
    }

    // Where the headers are looked for in another row, the columns are other ones, and guessed anew.
    private static SheetMapping Sheet(IFormCollection form, SheetMapping was, int source, int sheet)
    {
        var row = Number(form[HeaderRow(source, sheet)]) is { } given and >= 1 ? given : was.HeaderRow;
        return row != was.HeaderRow
            ? was with { HeaderRow = row, Columns = [] }
            : was with { Columns = [.. was.Columns.Select((c, i) => c with { Role = MappingYaml.RoleOf(form[Role(source, sheet, i)].ToString()) ?? c.Role })] };
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Name(FormattableString name) => FormattableString.Invariant(name);
}
