using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Rules;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using YamlDotNet.RepresentationModel;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>
/// Reads a codebook from YAML or JSON: <c>name</c> and <c>codes</c>, or a bare list of codes. A code has <c>id</c>, <c>name</c>,
/// <c>definition</c> (each text, or <c>ja</c> and <c>en</c>), <c>include</c>, <c>exclude</c>, <c>terms</c>, <c>rules</c>, <c>examples</c>,
/// <c>parent</c>, <c>color</c>, <c>guid</c> and <c>codable</c>.
/// </summary>
public static class CodebookReader
{
    private static readonly Lazy<Codebook> OfThisField = new(() => Read(DefaultText));

    /// <summary>The codebook of this field that comes with the program (corpora/codebook.yaml).</summary>
    public static Codebook Default => OfThisField.Value;

    /// <summary>The text of the codebook that comes with the program.</summary>
    public static string DefaultText => LexiconReader.Resource("codebook.yaml");

    /// <summary>The codebook that a text defines.</summary>
    /// <param name="text">The file's text; a BOM is skipped.</param>
    /// <exception cref="DefinitionException">The text is no such definition, or two codes share an id.</exception>
    public static Codebook Read(string text)
    {
        var root = DefinitionNode.Root(text);
        var name = string.Empty;
        var list = root;
        if (root is YamlMappingNode mapping)
        {
            DefinitionNode.RefuseUnknown(mapping, "codebook", "name", "codes");
            name = DefinitionNode.Child(mapping, "name") is { } node ? DefinitionNode.Scalar(node, "name") : string.Empty;
            list = DefinitionNode.Child(mapping, "codes")
                ?? throw DefinitionNode.Invalid(1, "codes: がありません。コードを並べて書いてください。", "There is no codes: entry. List the codes.");
        }

        var codes = ImmutableArray.CreateBuilder<Code>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in DefinitionNode.Sequence(list, "codes"))
        {
            var code = ReadCode(DefinitionNode.Mapping(node, "code"));
            if (!ids.Add(code.Id))
            {
                throw DefinitionNode.Invalid(
                    DefinitionNode.LineOf(node),
                    $"id「{code.Id}」のコードが二つあります。id はコードごとに変えてください。",
                    $"Two codes have the id \"{code.Id}\". Give every code its own.");
            }

            codes.Add(code);
        }

        foreach (var (code, node) in codes.Zip(DefinitionNode.Sequence(list, "codes")))
        {
            RequireParents(code, codes, DefinitionNode.LineOf(node));
            if (code.ExchangeId is not null && codes.First(c => c.ExchangeId == code.ExchangeId).Id != code.Id)
            {
                throw DefinitionNode.Invalid(
                    DefinitionNode.LineOf(node), $"guid「{code.ExchangeId}」のコードが二つあります。", $"Two codes have the guid \"{code.ExchangeId}\".");
            }
        }

        if (codes.Count == 0)
        {
            throw DefinitionNode.Invalid(1, "コードが一つもありません。", "There is not a single code.");
        }

        var codebook = new Codebook(name, codes.ToImmutable());
        try
        {
            CodebookRules.Of(codebook);
        }
        catch (CodebookRuleException e)
        {
            var node = DefinitionNode.Sequence(list, "codes").ElementAt(e.Code);
            throw new DefinitionException(RuleLine((YamlMappingNode)node, e.Rule), e.What, e);
        }

        return codebook;
    }

    private static int RuleLine(YamlMappingNode code, int rule) => DefinitionNode.Child(code, "rules") is { } rules
        ? DefinitionNode.LineOf(rules is YamlSequenceNode list ? list.Children.Where(c => c is YamlScalarNode { Value.Length: > 0 }).ElementAtOrDefault(rule) ?? list : rules)
        : DefinitionNode.LineOf(code);

    private static Code ReadCode(YamlMappingNode node)
    {
        DefinitionNode.RefuseUnknown(node, "code", "id", "name", "definition", "include", "exclude", "terms", "rules", "examples", "parent", "color", "guid", "codable");
        var line = DefinitionNode.LineOf(node);
        var id = DefinitionNode.Child(node, "id") is { } idNode ? DefinitionNode.Scalar(idNode, "id") : string.Empty;
        if (id.Length == 0 || id.Any(char.IsWhiteSpace))
        {
            throw DefinitionNode.Invalid(line, "コードには空白のない id が要ります。", "A code needs an id without spaces.");
        }

        var name = DefinitionNode.Bilingual(DefinitionNode.Child(node, "name"), "name")
            ?? throw DefinitionNode.Invalid(line, $"コード「{id}」に name がありません。", $"Code \"{id}\" has no name.");
        var definition = DefinitionNode.Bilingual(DefinitionNode.Child(node, "definition"), "definition");
        return new Code(
            id,
            name,
            definition ?? new BilingualText(string.Empty, string.Empty),
            Joined(node, "include"),
            Joined(node, "exclude"),
            DefinitionNode.Strings(DefinitionNode.Child(node, "terms"), "terms"),
            DefinitionNode.Strings(DefinitionNode.Child(node, "examples"), "examples"))
        {
            Rules = [.. DefinitionNode.Strings(DefinitionNode.Child(node, "rules"), "rules").Select(r => r.ReplaceLineEndings(" "))],
            Parent = Text(node, "parent"),
            Color = Text(node, "color") is { } color ? Color(color, line) : null,
            ExchangeId = Text(node, "guid") is { } guid
                ? Guid.TryParse(guid, out var parsed) ? parsed : throw DefinitionNode.Invalid(line, $"guid「{guid}」は GUID ではありません。", $"guid \"{guid}\" is no GUID.")
                : null,
            IsCodable = Text(node, "codable") switch
            {
                null or "true" => true,
                "false" => false,
                var other => throw DefinitionNode.Invalid(line, $"codable「{other}」は true か false にしてください。", $"codable is true or false, not \"{other}\"."),
            },
        };
    }

    private static string? Text(YamlMappingNode node, string key) => DefinitionNode.Child(node, key) is { } child ? DefinitionNode.Scalar(child, key) : null;

    private static string Color(string color, int line) => color.Length == 7 && color[0] == '#' && color.AsSpan(1).ToArray().All(char.IsAsciiHexDigit)
        ? color.ToLowerInvariant()
        : throw DefinitionNode.Invalid(line, $"color「{color}」は #rrggbb の形で書いてください。", $"color \"{color}\" must look like #rrggbb.");

    private static void RequireParents(Code code, IReadOnlyList<Code> codes, int line)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { code.Id };
        for (var parent = code.Parent; parent is not null; parent = codes.First(c => c.Id == parent).Parent)
        {
            if (codes.All(c => c.Id != parent))
            {
                throw DefinitionNode.Invalid(line, $"「{code.Id}」の parent「{parent}」というコードがありません。", $"There is no code \"{parent}\", the parent of \"{code.Id}\".");
            }

            if (!seen.Add(parent))
            {
                throw DefinitionNode.Invalid(line, $"「{code.Id}」の parent をたどると自分に戻ります。", $"The parents of \"{code.Id}\" lead back to it.");
            }
        }
    }

    private static string Joined(YamlMappingNode node, string key) =>
        string.Join('、', DefinitionNode.Strings(DefinitionNode.Child(node, key), key));
}
