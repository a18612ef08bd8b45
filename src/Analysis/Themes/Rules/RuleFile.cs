using System.Collections.Immutable;
using System.Text;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>A file of coding rules as KH Coder has them: codes in order, each with its condition.</summary>
/// <param name="Codes">The codes.</param>
public sealed record RuleFile(ImmutableArray<RuleCode> Codes)
{
    /// <summary>The rules that a text gives.</summary>
    /// <remarks>
    /// A line that begins with <c>＊</c> or <c>*</c> names a code; the lines behind it, joined with spaces, are its condition. Blank lines and
    /// lines with <c>#</c> in the first column are passed over. docs/methods/rules.md.
    /// </remarks>
    /// <param name="text">The file's text; a BOM is skipped.</param>
    /// <exception cref="RuleException">The text is no such file: where, what, and what to do.</exception>
    public static RuleFile Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var codes = ImmutableArray.CreateBuilder<RuleCode>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        string? name = null;
        var nameLine = 0;
        var condition = new StringBuilder();
        var starts = new List<(int At, int Line)>();
        var number = 0;
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (line.Length > 0 && line[0] is '＊' or '*')
            {
                Finish();
                (name, nameLine) = (line.Trim(' ', '\u3000', '\t'), number);
                if (!names.Add(name))
                {
                    throw new RuleException(number, 1, line, new BilingualText($"「{name}」が二つあります。コードの名前は一つずつ変えてください。", $"\"{name}\" stands twice. Give every code its own name."));
                }
            }
            else if (line.Length > 0 && line[0] != '#' && line.Trim(' ', '\u3000', '\t').Length > 0)
            {
                if (name is null)
                {
                    throw new RuleException(number, 1, line, new BilingualText("条件の前に、＊で始まるコードの名前が要ります。", "A condition needs a code's name before it, a line that begins with *."));
                }

                starts.Add((condition.Length, number));
                condition.Append(line).Append(' ');
            }
        }

        Finish();
        return codes.Count > 0
            ? new RuleFile(codes.ToImmutable())
            : throw new RuleException(1, 1, string.Empty, new BilingualText("コードが一つもありません。＊で始まる行に名前を、次の行に条件を書いてください。", "There is not a single code. Name one on a line that begins with *, its condition on the next."));

        void Finish()
        {
            if (name is not null)
            {
                if (condition.Length == 0)
                {
                    throw new RuleException(nameLine, 1, name, new BilingualText($"「{name}」に条件がありません。", $"\"{name}\" has no condition."));
                }

                var place = starts.ToImmutableArray();
                codes.Add(RuleParser.Parse(name, condition.ToString(), place, [.. codes.Select(c => c.Name)]));
                condition.Clear();
                starts.Clear();
            }
        }
    }
}

/// <summary>A code with its condition.</summary>
/// <param name="Name">Its name, asterisk included.</param>
/// <param name="Text">Its condition as written, lines joined with spaces.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Lines">Where each of its lines begins in the text, and the line's number in the file, 1-based.</param>
public sealed record RuleCode(string Name, string Text, RuleNode Condition, ImmutableArray<(int At, int Line)> Lines)
{
    /// <summary>Line and column in the file of a place in the text, both 1-based.</summary>
    /// <param name="at">The place, 0-based.</param>
    public (int Line, int Column) PlaceOf(int at) => PlaceOf(Lines, at);

    /// <summary>A part of the condition as it is written, with the parentheses around it and no others.</summary>
    /// <param name="node">The part.</param>
    public string Written(RuleNode node)
    {
        var tokens = RuleTokens.Of(Text);
        return Text[Start(node)..End(node)];

        static int Start(RuleNode part) => part is BinaryRule binary ? Start(binary.Left) : part.At;

        int End(RuleNode part) => part switch
        {
            BinaryRule binary => End(binary.Right),
            NotRule not => End(not.Part),
            GroupRule group => End(group.Part) is var inner && tokens.FirstOrDefault(t => t.At >= inner) is { Text: ")" } closing ? closing.At + 1 : inner,
            _ => tokens.Last(t => t.At <= part.At) is var token ? token.At + token.Text.Length : Text.Length,
        };
    }

    internal static (int Line, int Column) PlaceOf(ImmutableArray<(int At, int Line)> lines, int at)
    {
        var line = lines.LastOrDefault(l => l.At <= at, lines[0]);
        return (line.Line, at - line.At + 1);
    }
}
