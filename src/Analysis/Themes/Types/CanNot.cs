namespace FeedbackLab.Analysis.Themes.Types;

/// <summary>Tells the stem of a verb that says what one can do, such as 組め or 食べられ, by its last characters.</summary>
/// <remarks>Verbs of one group whose stems end alike (変え, 決め) are among <see cref="SilentWords"/> and never come here.</remarks>
internal static class CanNot
{
    private const string Able = "えけげせねべめれ";
    private const string Passive = "わかがさたなばま";
    private const string OneGroup = "いきぎしじちにびみりえけげせぜてでねべめれ見得出来着寝";

    /// <summary>Whether a verb's stem ends the text.</summary>
    public static bool Ends(ReadOnlySpan<char> text) =>
        text is [.., var before, var last] && Able.Contains(last, StringComparison.Ordinal) && last switch
        {
            'れ' when before == 'ら' => text is [.., var stem, _, _] && OneGroup.Contains(stem, StringComparison.Ordinal), // 食べられ; 知られ is something else
            'れ' => !Passive.Contains(before, StringComparison.Ordinal),
            'せ' => before is not ('さ' or 'ら' or 'わ' or 'か' or 'た' or 'ば' or 'ま' or 'な' or 'が'), // 行かせ has somebody go
            _ => IsInWord(before),
        };

    private static bool IsInWord(char c) => c is (>= 'ぁ' and <= 'ゖ') or (>= '一' and <= '鿿') or '々';
}
