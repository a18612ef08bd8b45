using System.CommandLine;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Viewer.Commands.Codebooks;

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
        var blind = new Option<bool>("--blind") { Description = language.Pick("ほかの人の判断を見ずに付ける（二人の一致を測るため。今のコードは変わらない）", "Code without seeing what others decided, to measure agreement; nothing that stands is changed") };
        var command = new Command("code", language.Pick("コードを確かめる（自信のない意見から、1 2 3 で選ぶ）", "Decide on the codes, the least certain comments first")) { workspace, who, blind };
        command.SetAction(parsed => WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store =>
        {
            if (store.Codebooks().LastOrDefault() is not { } latest)
            {
                CommandLine.PrintFailure(language, string.Empty, CodebookSource.None);
                return CommandLine.Failed;
            }

            // Keys come from a file or another program: a line each, as a test or a script gives them.
            var codes = CodebookReader.Read(latest.Yaml);
            Func<string?> read = Console.IsInputRedirected ? Console.In.ReadLine : Keys(language, codes.OnlyCodable().Codes.Length).Read;
            return new CodingSession(language, Terminal.Output(), read, store, latest, parsed.GetRequiredValue(who), parsed.GetValue(blind)).Run(
                TextTerms.ByKuromoji(LexiconReader.Default), codes);
        }));
        return command;
    }

    private static CodingKeys Keys(ScreenLanguage language, int codes) => new(
        () => Console.ReadKey(intercept: true), Console.In.ReadLine, Console.Out.Write, language.Pick("コードの ID か名前: ", "ID or name of the code: "), codes);
}
