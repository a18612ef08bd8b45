using System.Collections.Immutable;
using System.IO.Compression;
using FeedbackLab.Analysis.Evaluation;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab evaluate FILE.csv --clusters N</c>: how far found groups agree with the labels that people gave.</summary>
internal static class ClusterEvaluationRun
{
    private static readonly string[] TableEndings = [".csv", ".tsv", ".csv.gz", ".tsv.gz"];

    /// <summary>Whether a file is a table of labelled comments, by its name.</summary>
    /// <param name="file">The file's name.</param>
    public static bool IsTable(string file) => TableEndings.Any(e => file.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>Measures and prints; a file that cannot be opened is the caller's to tell.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="file">The table, or coded comments as JSON lines.</param>
    /// <param name="clusters">Groups to look for; null for as many as there are labels.</param>
    /// <param name="seed">Seed of every draw.</param>
    /// <param name="format">Table or JSON.</param>
    /// <returns>The exit code.</returns>
    public static int Run(ScreenLanguage language, string file, int? clusters, int seed, TableFormat format)
    {
        if (Read(language, file) is not { } comments)
        {
            return CommandLine.Failed;
        }

        var result = ClusterEvaluation.Of(comments, clusters, TextTerms.ByKuromoji(LexiconReader.Default), seed);
        TableOutput.Write(language, format, Tables(result));
        return CommandLine.Done;
    }

    private static ImmutableArray<(string Text, string Label)>? Read(ScreenLanguage language, string file)
    {
        var bytes = Bytes(file);
        var (decoded, problem) = bytes.Length == 0 ? (null, null) : TextDecoder.Decode(file, bytes, null);
        if (problem is not null)
        {
            CommandLine.PrintFailure(language, file, problem.What);
            return null;
        }

        if (!IsTable(file))
        {
            return [.. GoldReader.Read(decoded?.Text ?? string.Empty).Where(g => g.Primary is not null).Select(g => (g.Text, g.Primary!))];
        }

        var (comments, leftOut, failure) = LabelledTable.Read(decoded?.Text ?? string.Empty);
        if (failure is { } reason)
        {
            CommandLine.PrintFailure(language, file, reason);
            return null;
        }

        if (leftOut > 0)
        {
            Console.Error.WriteLine(language.Pick($"意見か分類のない {leftOut} 行を除きました。", $"{leftOut} rows without a comment or a label were left out."));
        }

        return comments;
    }

    private static byte[] Bytes(string file)
    {
        if (!file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return File.ReadAllBytes(file);
        }

        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static ImmutableArray<ExportTable> Tables(ClusterEvaluation result) =>
    [
        new ExportTable(
            new BilingualText("意見グループと人の分類", "Clusters and labels"),
            [
                Column("clusters", "グループ数", "Clusters"), Column("ari", "ARI", "ARI", 3), Column("nmi", "NMI", "NMI", 3),
                Column("comments", "意見", "Comments"), Column("labels", "分類", "Labels"), Column("inNoGroup", "グループなし", "In no group"),
            ],
            [[result.Agreement.Clusters, result.Agreement.AdjustedRand, result.Agreement.Information, result.Comments, result.Labels, result.InNoGroup]],
            []),
        new ExportTable(
            new BilingualText("見つかったグループ", "Groups found"),
            [
                Column("terms", "特徴的な語", "Telling terms"), Column("comments", "意見", "Comments"), Column("cohesion", "まとまり", "Cohesion", 2),
                Column("label", "最も多い分類", "Most frequent label"), Column("withLabel", "その件数", "With it"),
            ],
            [.. result.Groups.Select(g => ImmutableArray.Create<object?>(string.Join('、', g.Terms), g.Comments, g.Cohesion, g.Label, g.WithLabel))],
            []),
    ];

    private static ExportColumn Column(string key, string ja, string en, int decimals = 0) => new(key, new BilingualText(ja, en), decimals);
}
