using System.Collections.Immutable;
using System.Reflection;
using FeedbackLab.Ingest.Definitions;
using YamlDotNet.RepresentationModel;

namespace FeedbackLab.Analysis.Language;

/// <summary>Reads a lexicon from YAML: <c>name</c>, <c>synonyms</c> (a list of lists), <c>stop</c>, <c>template</c>.</summary>
public static class LexiconReader
{
    private static readonly Lazy<Lexicon> OfThisField = new(() => Read(Resource("lexicon.yaml")));

    /// <summary>The lexicon of this field that comes with the program (corpora/lexicon.yaml).</summary>
    public static Lexicon Default => OfThisField.Value;

    /// <summary>The lexicon that a text defines.</summary>
    /// <param name="text">The file's text; a BOM is skipped.</param>
    /// <exception cref="DefinitionException">The text is no such definition.</exception>
    public static Lexicon Read(string text)
    {
        var root = DefinitionNode.Mapping(DefinitionNode.Root(text), "lexicon");
        DefinitionNode.RefuseUnknown(root, "lexicon", "name", "synonyms", "stop", "template");
        var name = DefinitionNode.Child(root, "name") is { } node ? DefinitionNode.Scalar(node, "name") : string.Empty;
        return new Lexicon(
            name,
            Synonyms(DefinitionNode.Child(root, "synonyms")),
            DefinitionNode.Strings(DefinitionNode.Child(root, "stop"), "stop"),
            DefinitionNode.Strings(DefinitionNode.Child(root, "template"), "template"));
    }

    internal static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The build left out the resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static ImmutableArray<ImmutableArray<string>> Synonyms(YamlNode? node)
    {
        if (node is null)
        {
            return [];
        }

        var groupOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var group in DefinitionNode.Sequence(node, "synonyms"))
        {
            var forms = DefinitionNode.Strings(DefinitionNode.Sequence(group, "synonyms"), "synonyms");
            foreach (var form in forms)
            {
                if (!groupOf.TryAdd(NormalizedText.Of(form).Text, groups.Count) && groupOf[NormalizedText.Of(form).Text] != groups.Count)
                {
                    throw DefinitionNode.Invalid(
                        DefinitionNode.LineOf(group),
                        $"「{form}」が二つの同義語の組に入っています。どちらか一方だけに書いてください。",
                        $"\"{form}\" is in two groups of synonyms. Keep it in one.");
                }
            }

            groups.Add(forms);
        }

        return groups.ToImmutable();
    }
}
