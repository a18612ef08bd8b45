using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Themes.Rules;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Ingest.Formats;

namespace FeedbackLab.Viewer.Commands;

/// <summary>The codebook that a command applies.</summary>
internal static class CodebookFile
{
    /// <summary>The option that names it.</summary>
    public static Option<string?> Option(ScreenLanguage language) => new("--codebook")
    {
        Description = language.Pick("コードブック（YAML、JSON、REFI-QDA の .qdc、KH Coder のルール .txt）。指定がなければワークスペースの最新のもの、それもなければ付属のもの", "Codebook (YAML, JSON, REFI-QDA .qdc or KH Coder's rules, .txt); if not given the workspace's latest, or else the built-in one"),
    };

    /// <summary>The codebook that comes with the program.</summary>
    public static AppliedCodebook BuiltIn => new(CodebookReader.Default, CodebookReader.DefaultText, null);

    /// <summary>A file's codebook, or the built-in one where no file is named; null after a failure was printed.</summary>
    public static AppliedCodebook? Read(ScreenLanguage language, string? file)
    {
        if (file is null)
        {
            return BuiltIn;
        }

        try
        {
            var bytes = File.ReadAllBytes(file);
            if (file.EndsWith(".qdc", StringComparison.OrdinalIgnoreCase))
            {
                var (codebook, losses) = QdaCodebook.Read(bytes, Path.GetFileNameWithoutExtension(file));
                foreach (var loss in losses)
                {
                    CommandLine.PrintFailure(language, file, loss);
                }

                return new AppliedCodebook(codebook, CodebookWriter.Yaml(codebook), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            }

            if (file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
            {
                return Rules(language, file, bytes);
            }

            var text = StrictUtf8.Of(bytes).TrimStart('\uFEFF');
            return new AppliedCodebook(CodebookReader.Read(text), text, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (DefinitionException e)
        {
            CommandLine.PrintFailure(language, string.Create(CultureInfo.InvariantCulture, $"{file}:{e.Line}"), e.What);
        }
        catch (ArgumentException)
        {
            CommandLine.PrintFailure(language, file, new BilingualText(
                "コードブックが UTF-8 ではありません。UTF-8 で保存し直してください。", "The codebook is not UTF-8. Save it as UTF-8."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, file, new BilingualText(
                "コードブックを開けません。ファイルの場所と名前を確かめてください。", "The codebook cannot be opened. Check where it is and what it is called."));
        }

        return null;
    }

    // KH Coder's coding rules, in whatever encoding.
    private static AppliedCodebook? Rules(ScreenLanguage language, string file, byte[] bytes)
    {
        var (decoded, problem) = TextDecoder.Decode(file, bytes, null);

        // A few short rules do not read like Japanese; those of KH Coder's users are mostly this.
        decoded ??= TextDecoder.Decode(file, bytes, "cp932").Decoded;
        if (decoded is null)
        {
            CommandLine.PrintFailure(language, file, problem!.What);
            return null;
        }

        RuleFile? rules = null;
        try
        {
            rules = RuleFile.Read(decoded.Text);
            var codebook = RuleCodebook.Read(rules, Path.GetFileNameWithoutExtension(file));

            // Read again, so that what a codebook does not allow is told now.
            CodebookRules.Of(codebook);
            return new AppliedCodebook(CodebookReader.Read(CodebookWriter.Yaml(codebook)), CodebookWriter.Yaml(codebook), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (RuleException e)
        {
            CommandLine.PrintFailure(language, string.Create(CultureInfo.InvariantCulture, $"{file}:{e.Line}:{e.Column}"), e.What);
        }
        catch (CodebookRuleException e)
        {
            // Its rule and ids are the codebook's, which nobody has seen; the file has the code's lines.
            var code = rules!.Codes[e.Code];
            var what = (e.InnerException as RuleException)?.What ?? e.What;
            CommandLine.PrintFailure(language, string.Create(CultureInfo.InvariantCulture, $"{file}:{code.PlaceOf(0).Line}"), new BilingualText($"「{code.Name}」: {what.Ja}", $"\"{code.Name}\": {what.En}"));
        }
        catch (DefinitionException e)
        {
            CommandLine.PrintFailure(language, file, e.What);
        }

        return null;
    }
}

/// <summary>A codebook that a command applies.</summary>
/// <param name="Codebook">The codes.</param>
/// <param name="Text">Its text in YAML or JSON.</param>
/// <param name="Hash">SHA-256 of its file; null for the one that comes with the program.</param>
internal sealed record AppliedCodebook(Codebook Codebook, string Text, string? Hash);
