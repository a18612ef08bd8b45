using System.CommandLine;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Commands.Coding;

/// <summary><c>feedbacklab code</c>: a person decides on the codes, comment by comment, the least certain first.</summary>
public static class CodeCommand
{
    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var who = Person.Option(language);
        var command = new Command("code", language.Pick("コードを確かめる（自信のない意見から、1 2 3 で選ぶ）", "Decide on the codes, the least certain comments first")) { workspace, who };
        command.SetAction(parsed => WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store =>
        {
            if (store.Codebooks().LastOrDefault() is not { } latest)
            {
                CommandLine.PrintFailure(language, string.Empty, new BilingualText(
                    "ワークスペースにコードブックがありません。先に feedbacklab analyze -w を実行してください。", "The workspace has no codebook yet. Run feedbacklab analyze -w first."));
                return CommandLine.Failed;
            }

            if (Console.IsInputRedirected)
            {
                // Keys come from a file or another program: a line each, as a test or a script gives them.
                return new CodingSession(language, Terminal.Output(), () => Console.In.ReadLine(), store, latest, parsed.GetRequiredValue(who)).Run(
                    TextTerms.ByKuromoji(LexiconReader.Default), CodebookReader.Read(latest.Yaml));
            }

            return new CodingSession(language, Terminal.Output(), () => Key(language), store, latest, parsed.GetRequiredValue(who)).Run(
                TextTerms.ByKuromoji(LexiconReader.Default), CodebookReader.Read(latest.Yaml));
        }));
        return command;
    }

    // One key, or after E the name of a code up to the end of the line.
    private static string? Key(ScreenLanguage language)
    {
        var key = Console.ReadKey(intercept: true);
        if (key.Key == ConsoleKey.Enter)
        {
            return string.Empty;
        }

        if (char.ToUpperInvariant(key.KeyChar) != 'E')
        {
            return key.KeyChar.ToString();
        }

        Console.Out.Write(language.Pick("コードの ID か名前: ", "ID or name of the code: "));
        return "E " + Console.In.ReadLine();
    }
}
