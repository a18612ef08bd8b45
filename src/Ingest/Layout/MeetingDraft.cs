using System.Globalization;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout;

/// <summary>A meeting while its fields are being read.</summary>
/// <param name="source">Name of the source.</param>
/// <param name="title">The heading above its fields.</param>
/// <param name="line">Line of its first field.</param>
internal sealed partial class MeetingDraft(string source, string title, int line)
{
    private readonly Dictionary<MeetingField, string> fields = [];

    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"{source}:{line}");

    /// <summary>The name that the minutes give it, else the heading above its fields.</summary>
    public string Title => Text(MeetingField.Name) ?? title;

    public MeetingField Last { get; private set; } = MeetingField.Name;

    public int End { get; set; }

    /// <summary>Whether the last field goes on in the next line.</summary>
    public bool BreaksOff => Text(Last) is { } text && JapaneseText.BreaksOff(text);

    public DateOnly? Date => JapaneseDate.Day(Text(MeetingField.Date));

    /// <summary>What a meeting is called by the line above it: of a sentence that leads to its record, whom it was with.</summary>
    /// <remarks>「東部圏域を対象として次のとおり開催した。」: 東部圏域.</remarks>
    public static string TitleOf(string line) => Leading().Replace(line, "$1");

    public bool Has(MeetingField field) => fields.ContainsKey(field);

    public void Set(MeetingField field, string text)
    {
        fields[field] = fields.TryGetValue(field, out var before) && before.Length > 0 ? before + " " + text : text;
        Last = field;
    }

    public void Append(string text)
    {
        if (Text(Last) is { } before && JapaneseText.BreaksOff(before))
        {
            fields[Last] = JapaneseText.Join(before, text);
            return;
        }

        Set(Last, text);
    }

    public Meeting ToMeeting(int? page)
    {
        var who = Text(MeetingField.Participants);
        var counted = who is null ? "" : Aside().Replace(JapaneseText.Fold(who), "");
        return new Meeting(
            Id, source, Title, Date, Text(MeetingField.Date), Text(MeetingField.Venue),
            Count(Organisations().Match(counted)), Count(People().Match(counted)), who,
            Text(MeetingField.Topic), Text(MeetingField.Content), new Place(line, Math.Max(line, End), page))
        {
            AbsentText = Text(MeetingField.Absent),
        };
    }

    private const string Number = "([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,5})";

    private string? Text(MeetingField field) => fields.TryGetValue(field, out var text) && text.Length > 0 ? text : null;

    private static int? Count(Match match) => match.Success ? int.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("^(.+?)(?:を対象(?:として|に)|において|にて|では|で|を|は)?、?(?:次|以下|下記)の(?:とお|通)り.*$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Leading();

    [GeneratedRegex(@"※.*$|傍聴.*$|\([^)]*\)?", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    [GeneratedRegex(Number + "(?:事業所|機関|団体|法人|施設|社|校|センター|か所|カ所|ヶ所|箇所|組織)", RegexOptions.CultureInvariant)]
    private static partial Regex Organisations();

    [GeneratedRegex(Number + "(?:名|人)", RegexOptions.CultureInvariant)]
    private static partial Regex People();
}
