using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Viewer.Commands;

/// <summary>The codebook that a command applies.</summary>
internal static class CodebookFile
{
    /// <summary>The option that names it.</summary>
    public static Option<string?> Option(ScreenLanguage language) => new("--codebook")
    {
        Description = language.Pick("コードブック（YAML または JSON）。指定がなければワークスペースの最新のもの、それもなければ付属のもの", "Codebook (YAML or JSON); if not given the workspace's latest, or else the built-in one"),
    };

    /// <summary>A file's codebook and its SHA-256; the built-in one without a hash where no file is named; null after a failure was printed.</summary>
    public static (Codebook Codebook, string? Hash)? Read(ScreenLanguage language, string? file)
    {
        if (file is null)
        {
            return (CodebookReader.Default, null);
        }

        try
        {
            var bytes = File.ReadAllBytes(file);
            return (CodebookReader.Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF')), Convert.ToHexStringLower(SHA256.HashData(bytes)));
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
}
