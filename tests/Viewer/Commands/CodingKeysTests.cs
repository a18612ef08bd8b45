using FeedbackLab.Viewer.Commands.Coding;

namespace FeedbackLab.Viewer.Tests.Commands;

public sealed class CodingKeysTests
{
    [Theory]
    [InlineData("12", 16, "12")]
    [InlineData("1\r\r", 16, "1,")] // Enter ends the number, a second one decides
    [InlineData("1x", 16, "1,x")]
    [InlineData("17", 16, "1,7")]
    [InlineData("2s", 16, "2,s")]
    [InlineData("12", 9, "1,2")]
    [InlineData("105", 120, "105")]
    [InlineData("0", 16, "0")]
    [InlineData("e2", 16, "E 利用料,2")]
    public void A_number_is_taken_whole_and_waits_only_where_it_could_go_on(string pressed, int highest, string read)
    {
        var keys = new Queue<char>(pressed);
        var typed = new CodingKeys(
            () => keys.Dequeue() is var c && c == '\r' ? new ConsoleKeyInfo(c, ConsoleKey.Enter, false, false, false) : new ConsoleKeyInfo(c, ConsoleKey.None, false, false, false),
            () => "利用料",
            _ => { },
            string.Empty,
            highest);
        var all = new List<string>();
        foreach (var expected in read.Split(','))
        {
            all.Add(typed.Read());
        }

        Assert.Equal(read, string.Join(',', all));
        Assert.Empty(keys);
    }
}
