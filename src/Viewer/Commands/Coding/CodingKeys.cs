using System.Globalization;

namespace FeedbackLab.Viewer.Commands.Coding;

/// <summary>What a person presses while coding on a terminal: a key at a time, a number of several digits as one.</summary>
/// <param name="press">Waits for a key.</param>
/// <param name="readLine">Waits for the rest of a line.</param>
/// <param name="show">Shows a text, since keys are read without being shown.</param>
/// <param name="askName">What is shown where a code's name is to be typed.</param>
/// <param name="highest">The highest number that can be chosen.</param>
public sealed class CodingKeys(Func<ConsoleKeyInfo> press, Func<string?> readLine, Action<string> show, string askName, int highest)
{
    // Pressed behind a number that it does not belong to.
    private ConsoleKeyInfo? _next;

    /// <summary>The next thing pressed: a key's character, a number, empty for Enter, <c>E</c> with the line behind it.</summary>
    /// <remarks>A number waits for another digit only where one could belong to it (of 16 codes 1 does, 2 does not); Enter ends it there and means nothing more.</remarks>
    public string Read()
    {
        var key = _next ?? press();
        _next = null;
        return key.Key == ConsoleKey.Enter ? string.Empty
            : char.IsAsciiDigit(key.KeyChar) ? Number(key.KeyChar - '0')
            : char.ToUpperInvariant(key.KeyChar) == 'E' ? Name()
            : key.KeyChar.ToString();
    }

    private string Number(int number)
    {
        while (number > 0 && 10 * number <= highest)
        {
            show(string.Create(CultureInfo.InvariantCulture, $"\r{number}"));
            var key = press();
            if (!char.IsAsciiDigit(key.KeyChar) || (10 * number) + key.KeyChar - '0' > highest)
            {
                _next = key.Key == ConsoleKey.Enter ? null : key;
                break;
            }

            number = (10 * number) + key.KeyChar - '0';
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }

    private string Name()
    {
        show(askName);
        return "E " + readLine();
    }
}
