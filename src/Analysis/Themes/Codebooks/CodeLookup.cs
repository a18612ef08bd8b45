using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>Finds the code that a person means by an id or a name.</summary>
public static class CodeLookup
{
    /// <summary>The code with this id; where there is none, the one with this name (English without regard to case).</summary>
    /// <param name="codebook">The codes.</param>
    /// <param name="text">Id or name.</param>
    /// <returns>The code, or why none is meant: there is none, or several have the name. A name of one code that can be given and others that cannot means that one.</returns>
    public static (Code? Code, BilingualText? Problem) Find(Codebook codebook, string text)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(text);
        if (codebook.Codes.FirstOrDefault(c => c.Id == text) is { } code)
        {
            return (code, null);
        }

        ImmutableArray<Code> named = [.. codebook.Codes.Where(c => c.Name.Ja == text || c.Name.En.Equals(text, StringComparison.OrdinalIgnoreCase))];
        ImmutableArray<Code> codable = [.. named.Where(c => c.IsCodable)];
        return (named, codable) switch
        {
            ([], _) => (null, new BilingualText($"「{text}」というコードはコードブックにありません。", $"The codebook has no code \"{text}\".")),
            (_, [var one]) => (one, null),
            ([var one], _) => (one, null),
            _ => (null, new BilingualText(
                $"「{text}」という名前のコードがいくつかあります（{string.Join('、', named.Select(c => c.Id))}）。ID で書いてください。",
                $"Several codes are called \"{text}\" ({string.Join(", ", named.Select(c => c.Id))}). Write the ID.")),
        };
    }

    /// <summary>A name or id as two of them are the same for people: without regard to width, case and white space around it.</summary>
    /// <param name="name">The name or id.</param>
    public static string Folded(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return JapaneseText.Compatible(name).Trim().ToUpperInvariant();
    }

    /// <summary>Why a code that only holds others together cannot be given to a comment; null where the code can.</summary>
    /// <param name="code">The code.</param>
    public static BilingualText? NotCodable(Code code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.IsCodable ? null : new BilingualText(
            $"「{code.Id}」（{code.Name.Ja}）はほかのコードをまとめるだけで（codable: false）、意見には付けられません。その下のコードを付けてください。",
            $"\"{code.Id}\" ({code.Name.En}) only holds others together (codable: false) and cannot be given to a comment. Give a code under it.");
    }
}
