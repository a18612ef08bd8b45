using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout;

/// <summary>The heads of mails that were pasted into a text, and what belongs to the mail and not to its words.</summary>
/// <param name="Heads">In order of their lines; empty where the text is no mail.</param>
/// <param name="Words">The lines that are the mails' own words.</param>
/// <param name="Aside">The lines of heads, quotations (&gt;) and signatures.</param>
public sealed partial record MailHeads(ImmutableArray<MailHead> Heads, ImmutableArray<TextLine> Words, ImmutableArray<TextLine> Aside)
{
    // One line that looks like a head's may be anything; two in a row are a mail's.
    private const int LeastFields = 2;

    /// <summary>The mails of a text.</summary>
    /// <param name="lines">Lines in order.</param>
    public static MailHeads Find(ImmutableArray<TextLine> lines)
    {
        var heads = ImmutableArray.CreateBuilder<MailHead>();
        var words = ImmutableArray.CreateBuilder<TextLine>();
        var aside = ImmutableArray.CreateBuilder<TextLine>();
        var isSignature = false;
        for (var i = 0; i < lines.Length;)
        {
            var end = i;
            while (end < lines.Length && Field().IsMatch(lines[end].Text))
            {
                end++;
            }

            if (end - i >= LeastFields && lines[i..end].Any(l => Sender().IsMatch(l.Text)))
            {
                heads.Add(Head(lines[i..end]));
                aside.AddRange(lines[i..end]);
                isSignature = false;
                i = end;
                continue;
            }

            isSignature |= heads.Count > 0 && Rule().IsMatch(lines[i].Text);
            (heads.Count > 0 && (isSignature || lines[i].Text.StartsWith('>')) ? aside : words).Add(lines[i]);
            i++;
        }

        return new MailHeads(heads.ToImmutable(), heads.Count == 0 ? lines : words.ToImmutable(), aside.ToImmutable());
    }

    /// <summary>The mail that a line belongs to; null before the first.</summary>
    /// <param name="line">Line number, 1-based.</param>
    public MailHead? Of(int line) => Heads.LastOrDefault(h => h.Line <= line);

    private static MailHead Head(ImmutableArray<TextLine> lines)
    {
        string? Value(Regex field) => lines.Select(l => field.Match(l.Text)).FirstOrDefault(m => m.Success)?.Groups["value"].Value.Trim();
        var sender = Value(Sender());
        var name = sender is null ? null : Address().Replace(sender, "").Trim(' ', '　', '"', '\'', '<', '>', '＜', '＞');
        var date = Value(Date());
        return new MailHead(
            lines[0].Number,
            name is { Length: > 0 } ? JapaneseText.Tidy(name) : null,
            JapaneseDate.Day(date)?.Year ?? (DateTimeOffset.TryParse(date is null ? null : Weekday().Replace(date, ""), CultureInfo.InvariantCulture, out var when) ? when.Year : null),
            Value(SubjectField()) is { Length: > 0 } subject ? subject : null);
    }

    [GeneratedRegex(@"^(From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|差出人|送信者|宛先|CC|BCC|日時|送信日時|日付|件名)\s*[：:]", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?:From|差出人|送信者)\s*[：:](?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Sender();

    [GeneratedRegex(@"^(?:Date|Sent|日時|送信日時|日付)\s*[：:](?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?:Subject|件名)\s*[：:](?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex SubjectField();

    [GeneratedRegex(@"[<＜(]?[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+[>＞)]?", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex("[（(][月火水木金土日][）)]", RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    [GeneratedRegex("^(--|[-‐–—ー=＝*＊_＿━─]{4,}|[-=*_]{2,}[ 　]*.{0,20}[ 　]*[-=*_]{2,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}

/// <summary>The head of a mail.</summary>
/// <param name="Line">Its first line, 1-based.</param>
/// <param name="Sender">The sender's name without the address; null where there is only an address.</param>
/// <param name="Year">Calendar year of its date; null where it has none that can be read.</param>
/// <param name="Subject">Its subject; null where it has none.</param>
public sealed record MailHead(int Line, string? Sender, int? Year, string? Subject);
