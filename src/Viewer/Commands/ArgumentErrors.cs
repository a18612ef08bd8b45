using System.CommandLine;
using System.CommandLine.Parsing;

namespace FeedbackLab.Viewer.Commands;

/// <summary>What is wrong with the arguments, in the user's language.</summary>
internal static class ArgumentErrors
{
    /// <summary>The errors, each once; none where the arguments can be run.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="parsed">The arguments as they were read.</param>
    public static IReadOnlyList<string> Of(ScreenLanguage language, ParseResult parsed) =>
        [.. parsed.Errors.Select(e => Told(language, parsed, e)).Concat(Empty(language, parsed)).Concat(Mistyped(language, parsed)).Distinct(StringComparer.Ordinal)];

    /// <summary>The command that was meant, as it is typed: <c>feedbacklab codebook check</c>.</summary>
    /// <param name="parsed">The arguments as they were read.</param>
    public static string CommandOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (SymbolResult? at = parsed.CommandResult; at is not null; at = at.Parent)
        {
            if (at is CommandResult { Command: not RootCommand } command)
            {
                names.Add(command.Command.Name);
            }
        }

        names.Add("feedbacklab");
        names.Reverse();
        return string.Join(' ', names);
    }

    // The library's words, but where they are English only or tell the name of a type; its Japanese sentences end with a full stop.
    private static string Told(ScreenLanguage language, ParseResult parsed, ParseError error)
    {
        var message = error.Message.TrimEnd('.');
        return NoNumber(language, error)
            ?? Missing(language, parsed, error)
            ?? message + (language == ScreenLanguage.English ? "." : message.EndsWith('。') || message.Contains('\n', StringComparison.Ordinal) ? string.Empty : "。");
    }

    private static string? NoNumber(ScreenLanguage language, ParseError error)
    {
        var (name, type, tokens) = error.SymbolResult switch
        {
            OptionResult { Option: var option } result => (option.Name, option.ValueType, result.Tokens),
            ArgumentResult { Argument: var argument } result => (argument.Name, argument.ValueType, result.Tokens),
            _ => (string.Empty, typeof(void), []),
        };
        return tokens is not [{ Value: var value }] || !error.Message.Contains(type.ToString(), StringComparison.Ordinal) ? null
            : (Nullable.GetUnderlyingType(type) ?? type) == typeof(int)
            ? language.Pick($"{name} には整数を指定してください（「{value}」は使えません）。", $"{name} takes a whole number, not \"{value}\".")
            : language.Pick($"{name} には数を指定してください（「{value}」は使えません）。", $"{name} takes a number, not \"{value}\".");
    }

    private static string? Missing(ScreenLanguage language, ParseResult parsed, ParseError error)
    {
        var command = parsed.CommandResult.Command;
        var options = command.Options.Where(o => o.Required && parsed.GetResult(o) is not { Tokens: [_, ..] } && IsSpokenOf(o.Name)).Select(o => o.Name);
        var arguments = command.Arguments.Where(a => (parsed.GetResult(a)?.Tokens.Count ?? 0) < a.Arity.MinimumNumberOfValues && IsSpokenOf(command.Name)).Select(a => a.Name);
        return string.Join(language.Pick("、", ", "), options.Concat(arguments)) is { Length: > 0 } missing
            ? language.Pick($"{missing} を指定してください。", $"{missing} is missing.")
            : null;

        bool IsSpokenOf(string symbol) => error.Message.Contains($"'{symbol}'", StringComparison.Ordinal);
    }

    // No file, folder, name or word is empty: such a value comes from a script's variable that was never set.
    private static IEnumerable<string> Empty(ScreenLanguage language, ParseResult parsed) =>
        parsed.CommandResult.Children.Where(r => r.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
            .Select(r => r is OptionResult option ? option.Option.Name : (r as ArgumentResult)?.Argument.Name)
            .Select(name => language.Pick($"{name} の値が空です。", $"The value of {name} is empty."));

    // Where a command takes any number of files or words, an option that there is not would be taken for one of them; and one behind another for its value.
    private static IEnumerable<string> Mistyped(ScreenLanguage language, ParseResult parsed)
    {
        if (parsed.Tokens.Any(t => t.Type == TokenType.DoubleDash))
        {
            yield break;
        }

        foreach (var result in parsed.CommandResult.Children)
        {
            foreach (var value in result.Tokens.Select(t => t.Value).Where(v => v.StartsWith("--", StringComparison.Ordinal)))
            {
                yield return result is OptionResult { Option: var option }
                    ? language.Pick($"{option.Name} の後に値がありません（「{value}」があります）。", $"There is no value behind {option.Name}, but {value}.")
                    : language.Pick($"「{value}」という指定はありません。指定でなければ、前に「--」を置いてください（例: -- {value}）。", $"There is no option {value}. If it is none, put -- before it (-- {value}).");
            }
        }
    }
}
