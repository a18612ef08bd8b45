using System.Diagnostics;

namespace FeedbackLab.Viewer.Tests.Commands;

/// <summary>One run of the real program.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    public static Task<ProgramRun> Of(params string[] arguments) => WithInput(string.Empty, arguments);

    public static Task<ProgramRun> WithInput(string input, params string[] arguments) => Run(string.Empty, null, input, arguments);

    /// <summary>Does something between a text that the program shows and the input that it waits for.</summary>
    public static Task<ProgramRun> Meanwhile(string shown, Func<Task> meanwhile, string input, params string[] arguments) => Run(shown, meanwhile, input, arguments);

    /// <summary>A run on a terminal of so many columns, made by <c>script</c> (util-linux); what is an error stands among the output.</summary>
    public static Task<ProgramRun> OnTerminal(int columns, params string[] arguments) => Run(
        string.Empty, null, string.Empty, "script", ["-qec", $"stty cols {columns}; {string.Join(' ', new[] { "dotnet", Program }.Concat(arguments).Select(a => $"'{a}'"))}", "/dev/null"]);

    private static string Program => Path.Combine(AppContext.BaseDirectory, "feedbacklab.dll");

    private static Task<ProgramRun> Run(string shown, Func<Task>? meanwhile, string input, string[] arguments) => Run(shown, meanwhile, input, "dotnet", [Program, .. arguments]);

    private static async Task<ProgramRun> Run(string shown, Func<Task>? meanwhile, string input, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var before = new System.Text.StringBuilder();
        if (meanwhile is not null)
        {
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                before.AppendLine(line);
                if (line.Contains(shown, StringComparison.Ordinal))
                {
                    break;
                }
            }

            await meanwhile();
        }

        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ProgramRun(process.ExitCode, before + await output, await error);
    }
}
