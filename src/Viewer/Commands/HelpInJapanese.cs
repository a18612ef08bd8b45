using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace FeedbackLab.Viewer.Commands;

/// <summary>The library's help with the words that it has in English only.</summary>
/// <param name="help">The library's.</param>
internal sealed class HelpInJapanese(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly (string En, string Ja)[] Words =
    [
        ("Description:", "説明:"), ("Arguments:", "引数:"), ("(REQUIRED)", "（必須）"), ("[default: ", "[既定値: "),
    ];

    /// <summary>Puts the help of a program into Japanese.</summary>
    /// <param name="root">The program.</param>
    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption { Action: HelpAction action } help:
                    help.Description = "使い方を見る";
                    help.Action = new HelpInJapanese(action);
                    break;
                case VersionOption version:
                    version.Description = "プログラムの版を見る";
                    break;
            }
        }
    }

    // Who asks for help need not have given what the command requires.
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        parseResult.InvocationConfiguration.Output = written;
        var exitCode = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(Words.Aggregate(written.ToString(), (text, word) => text.Replace(word.En, word.Ja, StringComparison.Ordinal)));
        return exitCode;
    }
}
