using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>Finds what in a codebook may lead its users, or the coder, astray.</summary>
public static class CodebookCheck
{
    /// <summary>The warnings, by the codebook's order.</summary>
    /// <param name="codebook">The codebook.</param>
    public static ImmutableArray<(string Code, BilingualText What)> Of(Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        return [.. codebook.Codes.SelectMany((code, i) => Of(code, codebook.Codes[..i], codebook).Select(w => (code.Id, w)))];
    }

    private static IEnumerable<BilingualText> Of(Code code, ImmutableArray<Code> before, Codebook codebook)
    {
        if (before.FirstOrDefault(b => b.Name.Ja == code.Name.Ja) is { } namesake)
        {
            yield return new($"「{namesake.Id}」と名前が同じです。", $"It has the same name as \"{namesake.Id}\".");
        }

        if (code.IsCodable && code.Definition.Ja.Length == 0 && code.Terms.IsEmpty && code.Include.Length == 0)
        {
            yield return new("定義も語もありません。名前だけでは、意見にほとんど付きません。", "It has no definition and no terms. By its name alone it is hardly ever given.");
        }

        if (code.IsCodable && code.Exclude.Length == 0 && code.Include.Length == 0)
        {
            yield return new("含むもの・除くものが書かれていません。人によって付け方が分かれます。", "What is in and what is out is not written. People will code it differently.");
        }

        foreach (var term in code.Terms)
        {
            if (before.FirstOrDefault(b => b.Terms.Contains(term, StringComparer.Ordinal)) is { } other)
            {
                yield return new($"語「{term}」は「{other.Id}」にもあります。", $"The term \"{term}\" is among those of \"{other.Id}\" too.");
            }
        }

        if (code.Color is not null && before.FirstOrDefault(b => b.Color == code.Color) is { } twin)
        {
            yield return new($"「{twin.Id}」と色が同じです。", $"It has the same colour as \"{twin.Id}\".");
        }

        if (!code.IsCodable && codebook.Codes.All(c => c.Parent != code.Id))
        {
            yield return new("まとめるだけのコードですが、その下にコードがありません。", "It only holds others together, but no code is under it.");
        }
    }
}
