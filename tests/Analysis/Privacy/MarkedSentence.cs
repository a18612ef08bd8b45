using System.Text;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Privacy;

namespace FeedbackLab.Analysis.Tests.Privacy;

/// <summary>A sentence in which a person has marked what points at somebody: 〔人:山田〕さん.</summary>
internal sealed partial record MarkedSentence(string Text, IReadOnlyList<(int Start, int End, PersonalDataKind Kind)> Marks)
{
    /// <summary>The sentences of a file of Privacy/Files.</summary>
    public static IReadOnlyList<MarkedSentence> Read(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Privacy", "Files", file)).Select(Parse)];

    private static MarkedSentence Parse(string line)
    {
        var text = new StringBuilder();
        var marks = new List<(int, int, PersonalDataKind)>();
        var at = 0;
        foreach (var mark in Mark().Matches(line).Cast<Match>())
        {
            text.Append(line, at, mark.Index - at);
            marks.Add((text.Length, text.Length + mark.Groups["text"].Length, Kind(mark.Groups["kind"].Value)));
            text.Append(mark.Groups["text"].Value);
            at = mark.Index + mark.Length;
        }

        return new MarkedSentence(text.Append(line, at, line.Length - at).ToString(), marks);
    }

    private static PersonalDataKind Kind(string name) => name switch
    {
        "人" => PersonalDataKind.Person,
        "会社" => PersonalDataKind.Company,
        "事業所" => PersonalDataKind.Office,
        "地名" => PersonalDataKind.Locality,
        "電話" => PersonalDataKind.Phone,
        "メール" => PersonalDataKind.Mail,
        "生年月日" => PersonalDataKind.BirthDate,
        "ID" => PersonalDataKind.Account,
        _ => PersonalDataKind.Number,
    };

    [GeneratedRegex("〔(?<kind>人|会社|事業所|地名|電話|メール|生年月日|番号|ID):(?<text>[^〕]*)〕", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
