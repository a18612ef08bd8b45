using System.Globalization;
using System.Text;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Ingest.Layout;
using YamlDotNet.RepresentationModel;

namespace FeedbackLab.Ingest.Mapping;

/// <summary>Writes a mapping as YAML that people can read and change, and reads it back.</summary>
public static class MappingYaml
{
    private const string Head = """
        # 取り込みの対応表：資料のどの列を何として読んだか。
        # 直してから、次の取り込みで --mapping にこのファイルを指定できます。翌年のファイルも、見出しが同じなら同じように読まれます。
        # 役割 role: text 意見, respondent 回答者, question 設問, year 年, attribute 属性, personal 個人の属性（公表時に伏せる）, ignore 読まない

        """;

    /// <summary>The role's name in a mapping: <c>text</c>, <c>respondent</c>, <c>question</c>, <c>year</c>, <c>attribute</c>, <c>personal</c> or <c>ignore</c>.</summary>
    /// <param name="role">The role.</param>
    public static string NameOf(ColumnRole role) => role switch
    {
        ColumnRole.Text => "text",
        ColumnRole.Respondent => "respondent",
        ColumnRole.Question => "question",
        ColumnRole.Year => "year",
        ColumnRole.Attribute => "attribute",
        ColumnRole.Personal => "personal",
        ColumnRole.Ignored => "ignore",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>The role that a name stands for; null for none.</summary>
    /// <param name="name">The name.</param>
    public static ColumnRole? RoleOf(string name) =>
        Enum.GetValues<ColumnRole>().Cast<ColumnRole?>().FirstOrDefault(r => NameOf(r!.Value) == name);

    /// <summary>The mapping as a file's text, LF at line ends.</summary>
    /// <param name="mapping">The mapping.</param>
    public static string Write(ImportMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var yaml = new StringBuilder(Head.ReplaceLineEndings("\n")).Append("sources:").Append(mapping.Sources.IsEmpty ? " []\n" : "\n");
        foreach (var source in mapping.Sources)
        {
            yaml.Append("  - file: ").Append(Quote(source.File)).Append('\n');
            yaml.Append(source.Encoding is null ? "" : $"    encoding: {source.Encoding}\n");
            yaml.Append(source.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"    year: {year}\n") : "");
            yaml.Append(source.Sheets.IsEmpty ? "" : $"    split-bullets: {(source.SplitBullets ? "true" : "false")}\n    sheets:\n");
            foreach (var sheet in source.Sheets)
            {
                yaml.Append(sheet.Name is null ? "      - " : $"      - name: {Quote(sheet.Name)}\n        ");
                yaml.Append(CultureInfo.InvariantCulture, $"header-row: {sheet.HeaderRow}\n");
                yaml.Append(sheet.HeaderRows == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"        header-rows: {sheet.HeaderRows}\n"));
                yaml.Append("        columns:\n");
                foreach (var column in sheet.Columns)
                {
                    yaml.Append("          - header: ").Append(Quote(column.Header)).Append('\n');
                    yaml.Append("            role: ").Append(NameOf(column.Role)).Append('\n');
                }
            }
        }

        return yaml.ToString();
    }

    /// <summary>The mapping that a text defines.</summary>
    /// <param name="text">The file's text; a BOM is skipped.</param>
    /// <exception cref="DefinitionException">The text is no mapping; the message says which line and why.</exception>
    public static ImportMapping Read(string text)
    {
        var root = DefinitionNode.Mapping(DefinitionNode.Root(text), "mapping");
        DefinitionNode.RefuseUnknown(root, "mapping", "sources");
        return DefinitionNode.Child(root, "sources") is { } sources
            ? new ImportMapping([.. DefinitionNode.Sequence(sources, "sources").Select(Source)])
            : throw DefinitionNode.Invalid(1, "sources がありません。取り込みが書き出した対応表を指定してください。", "There is no \"sources\". Name a mapping that an import wrote.");
    }

    private static SourceMapping Source(YamlNode node)
    {
        var source = DefinitionNode.Mapping(node, "sources");
        DefinitionNode.RefuseUnknown(source, "sources", "file", "encoding", "year", "split-bullets", "sheets");
        return new SourceMapping(
            JapaneseText.Composed(Text(source, "file") ?? string.Empty),
            Text(source, "encoding"),
            Number(source, "year", 1900, 2200),
            Flag(source, "split-bullets") ?? true,
            DefinitionNode.Child(source, "sheets") is { } sheets ? [.. DefinitionNode.Sequence(sheets, "sheets").Select(Sheet)] : []);
    }

    private static SheetMapping Sheet(YamlNode node)
    {
        var sheet = DefinitionNode.Mapping(node, "sheets");
        DefinitionNode.RefuseUnknown(sheet, "sheets", "name", "header-row", "header-rows", "columns");
        return new SheetMapping(
            Text(sheet, "name"),
            Number(sheet, "header-row", 1, 1_048_576) ?? 1,
            Number(sheet, "header-rows", 1, 3) ?? 1,
            DefinitionNode.Child(sheet, "columns") is { } columns ? [.. DefinitionNode.Sequence(columns, "columns").Select(Column)] : []);
    }

    private static ColumnReading Column(YamlNode node)
    {
        var column = DefinitionNode.Mapping(node, "columns");
        DefinitionNode.RefuseUnknown(column, "columns", "header", "role");
        var role = Text(column, "role") ?? string.Empty;
        return new ColumnReading(
            Text(column, "header") ?? throw DefinitionNode.Invalid(DefinitionNode.LineOf(node), "header（列の見出し）がありません。", "There is no header."),
            RoleOf(role) ?? throw DefinitionNode.Invalid(
                DefinitionNode.LineOf(node),
                $"役割「{role}」はありません。text, respondent, question, year, attribute, personal, ignore のどれかを書いてください。",
                $"There is no role \"{role}\". Use text, respondent, question, year, attribute, personal or ignore."));
    }

    private static string? Text(YamlMappingNode node, string key) =>
        DefinitionNode.Child(node, key) is { } value ? DefinitionNode.Scalar(value, key) : null;

    private static int? Number(YamlMappingNode node, string key, int least, int most)
    {
        if (DefinitionNode.Child(node, key) is not { } value)
        {
            return null;
        }

        return int.TryParse(DefinitionNode.Scalar(value, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw DefinitionNode.Invalid(DefinitionNode.LineOf(value), $"{key} は {least}〜{most} の整数で書いてください。", $"{key} must be a whole number from {least} to {most}.");
    }

    private static bool? Flag(YamlMappingNode node, string key) => DefinitionNode.Child(node, key) switch
    {
        null => null,
        var value => DefinitionNode.Scalar(value, key) switch
        {
            "true" => true,
            "false" => false,
            _ => throw DefinitionNode.Invalid(DefinitionNode.LineOf(value), $"{key} は true か false で書いてください。", $"{key} must be true or false."),
        },
    };

    // Double quotes, so that any header survives: line breaks, colons, hashes, leading marks.
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
