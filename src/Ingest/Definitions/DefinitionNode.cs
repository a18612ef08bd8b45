using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FeedbackLab.Ingest.Definitions;

/// <summary>Reads the values of a definition file (YAML, so JSON too), with the line in every error.</summary>
public static class DefinitionNode
{
    // Deeper nesting than any definition needs: refused before the parser's recursion can exhaust the stack.
    private const int DeepestFlow = 32;

    /// <summary>The one document of a text.</summary>
    /// <param name="text">The file's text; a BOM is skipped.</param>
    /// <exception cref="DefinitionException">The value is something else; the message says where.</exception>
    public static YamlNode Root(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        RefuseDepth(text);
        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        var parser = new Parser(reader);
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            return stream.Documents.Count == 1
                ? stream.Documents[0].RootNode
                : throw Invalid(1, "ファイルが空か、複数の文書に分かれています。一つの定義だけを書いてください。",
                    "The file is empty or holds several documents. Write one definition.");
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            // The library's state tells nothing of where; its parser stands behind what it has read.
            var at = e is YamlException wrong ? Math.Max(wrong.Start.Line, wrong.End.Line) : parser.Current?.End.Line ?? 1;
            var line = (int)Math.Clamp(at, 1, 1 + text.AsSpan().TrimEnd('\n').Count('\n'));
            throw Invalid(line, "YAML（または JSON）の書き方に誤りがあります。字下げ、コロン、括弧、同じ名前の項目の重なりを確かめてください。",
                "This is not valid YAML (or JSON). Check indentation, colons, brackets and repeated keys.", e);
        }
    }

    /// <summary>A failure to throw.</summary>
    /// <param name="line">Line, 1-based.</param>
    /// <param name="ja">What is wrong and what to do, in Japanese.</param>
    /// <param name="en">The same in English.</param>
    /// <param name="cause">What it came from; null for nothing.</param>
    public static DefinitionException Invalid(int line, string ja, string en, Exception? cause = null) =>
        new(line, new BilingualText(ja, en), cause);

    /// <summary>Line of a value, 1-based.</summary>
    /// <param name="node">The value.</param>
    public static int LineOf(YamlNode node) => (int)Math.Max(1, node.Start.Line);

    /// <summary>The value as a list of entries.</summary>
    /// <param name="node">The value.</param>
    /// <param name="what">What it is called in messages.</param>
    /// <exception cref="DefinitionException">The value is something else; the message says where.</exception>
    public static YamlMappingNode Mapping(YamlNode node, string what) =>
        node as YamlMappingNode
        ?? throw Invalid(LineOf(node), $"{what} は「項目: 値」の並びで書いてください。", $"{what} must be a list of \"key: value\" entries.");

    /// <summary>The value as a list.</summary>
    /// <param name="node">The value.</param>
    /// <param name="what">What it is called in messages.</param>
    /// <exception cref="DefinitionException">The value is something else; the message says where.</exception>
    public static YamlSequenceNode Sequence(YamlNode node, string what) =>
        node as YamlSequenceNode
        ?? throw Invalid(LineOf(node), $"{what} は「- 」で始まる並びで書いてください。", $"{what} must be a list.");

    /// <summary>The value as text, trimmed.</summary>
    /// <param name="node">The value.</param>
    /// <param name="what">What it is called in messages.</param>
    /// <exception cref="DefinitionException">The value is something else; the message says where.</exception>
    public static string Scalar(YamlNode node, string what) =>
        node is YamlScalarNode { Value: { } value }
            ? value.Trim()
            : throw Invalid(LineOf(node), $"{what} は文字で書いてください。", $"{what} must be text.");

    /// <summary>The value of an entry; null where it is missing or empty.</summary>
    /// <param name="node">The value.</param>
    /// <param name="key">The entry's name.</param>
    public static YamlNode? Child(YamlMappingNode node, string key)
    {
        foreach (var (k, value) in node.Children)
        {
            if (k is YamlScalarNode scalar && string.Equals(scalar.Value, key, StringComparison.Ordinal))
            {
                return value is YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain } ? null : value;
            }
        }

        return null;
    }

    /// <summary>The texts of a list, empty ones left out; one text counts as a list of one, nothing as an empty list.</summary>
    /// <param name="node">The value.</param>
    /// <param name="what">What it is called in messages.</param>
    /// <exception cref="DefinitionException">The value is something else; the message says where.</exception>
    public static ImmutableArray<string> Strings(YamlNode? node, string what) =>
        node switch
        {
            null => [],
            YamlScalarNode => [Scalar(node, what)],
            _ => [.. Sequence(node, what).Select(n => Scalar(n, what)).Where(s => s.Length > 0)],
        };

    /// <summary>A text for both languages, or one for each (<c>ja</c>, <c>en</c>); null for nothing.</summary>
    /// <param name="node">The value.</param>
    /// <param name="what">What it is called in messages.</param>
    /// <exception cref="DefinitionException">The value is something else; the message says where.</exception>
    public static BilingualText? Bilingual(YamlNode? node, string what)
    {
        if (node is null)
        {
            return null;
        }

        if (node is not YamlMappingNode mapping)
        {
            var text = Scalar(node, what);
            return new BilingualText(text, text);
        }

        var ja = Child(mapping, "ja") is { } j ? Scalar(j, what) : null;
        var en = Child(mapping, "en") is { } e ? Scalar(e, what) : null;
        var either = ja ?? en ?? throw Invalid(LineOf(node), $"{what} には ja か en を書いてください。", $"{what} needs ja or en.");
        return new BilingualText(ja ?? either, en ?? either);
    }

    /// <summary>Refuses entries with other names than the known ones.</summary>
    /// <param name="node">The value.</param>
    /// <param name="what">What it is called in messages.</param>
    /// <param name="known">The names that there are.</param>
    /// <exception cref="DefinitionException">The value is something else; the message says where.</exception>
    public static void RefuseUnknown(YamlMappingNode node, string what, params ReadOnlySpan<string> known)
    {
        foreach (var (key, _) in node.Children)
        {
            var name = Scalar(key, what);
            if (!known.Contains(name))
            {
                var allowed = string.Join(", ", known);
                throw Invalid(LineOf(key), $"{what} に「{name}」という項目はありません。使えるのは {allowed} です。",
                    $"{what} has no entry \"{name}\". Use {allowed}.");
            }
        }
    }

    private static void RefuseDepth(string text)
    {
        var depth = 0;
        var line = 1;
        foreach (var c in text)
        {
            line += c == '\n' ? 1 : 0;
            depth = c switch { '[' or '{' => depth + 1, ']' or '}' => Math.Max(0, depth - 1), _ => depth };
            if (depth > DeepestFlow)
            {
                throw Invalid(line, "括弧の重なりが深すぎます。", "The brackets are nested too deeply.");
            }
        }
    }
}
