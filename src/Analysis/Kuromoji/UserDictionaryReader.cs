using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>Reads user dictionaries in Kuromoji's CSV form.</summary>
internal static class UserDictionaryReader
{
    private const int FieldCount = 4;

    public static UserDictionaryParse Read(string text, string file)
    {
        var words = ImmutableArray.CreateBuilder<UserWord>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var lineOfSurface = new Dictionary<string, int>(StringComparer.Ordinal);
        var parts = 0;
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var content = line.Split('#')[0].Trim();
            if (content.Length == 0)
            {
                continue;
            }

            var (word, wrong) = Word(Fields(content), parts);
            if (word is not null && !lineOfSurface.TryAdd(word.Surface, number))
            {
                wrong = SameSurface(lineOfSurface[word.Surface]);
                word = null;
            }

            if (word is null)
            {
                problems.Add(new Problem(ProblemSeverity.Error, file, number, wrong!.Value.What, wrong.Value.Remedy));
                continue;
            }

            words.Add(word);
            parts += word.PartLengths.Length;
        }

        return problems.Count == 0
            ? new UserDictionaryParse(new UserDictionary(words.ToImmutable()), [])
            : new UserDictionaryParse(null, problems.ToImmutable());
    }

    private static (UserWord? Word, (BilingualText What, BilingualText Remedy)? Wrong) Word(List<string>? fields, int firstPart)
    {
        if (fields is null)
        {
            return (null, (
                new BilingualText("引用符（\"）が閉じていません。", "A double quote is not closed."),
                new BilingualText("引用符を二つで一組にしてください。", "Put double quotes in pairs.")));
        }

        if (fields.Count != FieldCount || fields.Exists(f => f.Length == 0))
        {
            var filled = fields.Count(f => f.Length > 0).ToString(CultureInfo.InvariantCulture);
            return (null, (
                new BilingualText($"項目が四つ必要ですが、{filled}個しかないか、多すぎます。", $"Four filled fields are needed; {fields.Count.ToString(CultureInfo.InvariantCulture)} are there, {filled} of them filled."),
                new BilingualText("「語,区切り,読み,品詞」の形で書いてください。", "Write: word,segmentation,readings,part of speech.")));
        }

        var segments = fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var readings = fields[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!string.Equals(string.Concat(segments), fields[0], StringComparison.Ordinal))
        {
            return (null, (
                new BilingualText("区切りをつなげても、語と同じになりません。", "The segments do not add up to the word."),
                new BilingualText("二つ目の項目には、語を半角スペースで区切ったものを書いてください。", "Write the word again in the second field, its parts apart by spaces.")));
        }

        if (segments.Length != readings.Length)
        {
            return (null, (
                new BilingualText(
                    $"区切りは{segments.Length.ToString(CultureInfo.InvariantCulture)}個、読みは{readings.Length.ToString(CultureInfo.InvariantCulture)}個で、数が合いません。",
                    $"There are {segments.Length.ToString(CultureInfo.InvariantCulture)} segments but {readings.Length.ToString(CultureInfo.InvariantCulture)} readings."),
                new BilingualText("区切りと同じ数の読みを、半角スペースで区切って書いてください。", "Write as many readings as segments, apart by spaces.")));
        }

        return (new UserWord(fields[0], [.. segments.Select(s => s.Length)], [.. readings], fields[3], firstPart), null);
    }

    private static (BilingualText What, BilingualText Remedy) SameSurface(int line) => (
        new BilingualText(
            $"同じ語が{line.ToString(CultureInfo.InvariantCulture)}行目にもあります。",
            $"The same word stands on line {line.ToString(CultureInfo.InvariantCulture)}."),
        new BilingualText("どちらか一行を消してください。", "Remove one of the two lines."));

    // The fields of a line; null where a quote is not closed.
    private static List<string>? Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                if (isQuoted && i + 1 < line.Length && line[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                    continue;
                }

                isQuoted = !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString().Trim());
        return isQuoted ? null : fields;
    }
}
