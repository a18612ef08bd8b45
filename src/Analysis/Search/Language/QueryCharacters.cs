namespace FeedbackLab.Analysis.Search.Language;

/// <summary>The marks of the query language, in the widths of a Japanese keyboard.</summary>
internal static class QueryCharacters
{
    /// <summary>The query with its marks in their narrow forms, character for character; other characters stay.</summary>
    public static string Narrow(string query) => string.Create(query.Length, query, (narrow, raw) =>
    {
        for (var i = 0; i < raw.Length; i++)
        {
            narrow[i] = raw[i] switch
            {
                '（' => '(',
                '）' => ')',
                '［' => '[',
                '］' => ']',
                '｛' => '{',
                '｝' => '}',
                '：' => ':',
                '＋' => '+',
                '－' => '-',
                '！' => '!',
                '＊' => '*',
                '？' => '?',
                '～' or '〜' => '~',
                '＾' => '^',
                '＝' => '=',
                '／' => '/',
                '＞' => '>',
                '＆' => '&',
                '｜' => '|',
                '“' or '”' or '＂' or '„' => '"',
                >= '０' and <= '９' => (char)(raw[i] - '０' + '0'),
                >= 'Ａ' and <= 'Ｚ' => (char)(raw[i] - 'Ａ' + 'A'),
                >= 'ａ' and <= 'ｚ' => (char)(raw[i] - 'ａ' + 'a'),
                var c when char.IsWhiteSpace(c) => ' ',
                var c => c,
            };
        }
    });
}
