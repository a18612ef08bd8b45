using System.Collections.Frozen;
using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>A codebook as it may be published: nobody is named in its words.</summary>
internal static class PublishedCodebook
{
    // What comes with the program names nobody.
    private static readonly Lazy<FrozenSet<string>> OfTheProgram = new(() => All(CodebookReader.Default).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The texts of a codebook that somebody wrote: names of it and of its codes, definitions, what belongs to them, terms, rules, examples.</summary>
    /// <param name="codebook">The codebook.</param>
    public static IEnumerable<string> Texts(Codebook codebook) => All(codebook).Where(t => t.Length > 0 && !OfTheProgram.Value.Contains(t));

    /// <summary>The codebook with pseudonyms in its texts.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="masking">The masks of <see cref="Texts"/>.</param>
    /// <returns>The same codes under the same ids; terms, rules and examples that hold a name are left out.</returns>
    public static Codebook Of(Codebook codebook, Masking masking) =>
        codebook with { Name = masking.Mask(codebook.Name, codebook.Name), Codes = [.. codebook.Codes.Select(c => Of(c, masking))] };

    /// <summary>A code with pseudonyms in its texts.</summary>
    /// <param name="code">The code.</param>
    /// <param name="masking">The masks of <see cref="Texts"/>.</param>
    public static Code Of(Code code, Masking masking)
    {
        return code with
        {
            Name = Both(code.Name),
            Definition = Both(code.Definition),
            Include = Text(code.Include),
            Exclude = Text(code.Exclude),
            Terms = Unnamed(code.Terms),
            Examples = Unnamed(code.Examples),
            Rules = Unnamed(code.Rules),
        };

        string Text(string text) => masking.Mask(text, text);

        BilingualText Both(BilingualText text) => new(Text(text.Ja), Text(text.En));

        ImmutableArray<string> Unnamed(ImmutableArray<string> texts) => [.. texts.Where(t => OfTheProgram.Value.Contains(t) || (Text(t) == t && !masking.HoldsName(t)))];
    }

    private static IEnumerable<string> All(Codebook codebook) => codebook.Codes
        .SelectMany(c => new[] { c.Name.Ja, c.Name.En, c.Definition.Ja, c.Definition.En, c.Include, c.Exclude }.Concat(c.Terms).Concat(c.Rules).Concat(c.Examples))
        .Prepend(codebook.Name);
}
