using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest;

/// <summary>Recognises answers that say there is nothing to say.</summary>
public static partial class NothingToSay
{
    /// <summary>Whether the whole answer is 「特になし」 or its like.</summary>
    /// <param name="text">One answer.</param>
    public static bool Matches(string text) => Pattern().IsMatch(JapaneseText.Fold(text));

    [GeneratedRegex(@"^[(「]?(現在|今のところ|現時点では?|今回は)?[、,]?((特に?|とくに|特段)[、,]?)?(意見|要望|質問|回答|課題|問題|該当)?[はも]?(無し|なし|無い|ない|ありません|ございません|無|ナシ|該当なし|思いつかない|思いつきません)(です)?[」)]?[。.]?$|^(特に|とくに|同上なし|[-－―‐–—ー\-/]+|[nN]/?[aA]|[nN]one|[nN]othing)[。.]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
