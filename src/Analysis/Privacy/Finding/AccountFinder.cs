using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Finds the names of accounts that people have: behind the service or a label, behind @, by an underscore.</summary>
internal static partial class AccountFinder
{
    // No.3, b1-2: too short for the name of an account where nothing says that it is one.
    private const int Shortest = 4;

    private const string Digits = "0123456789";

    /// <summary>All of a text, in any order; they may overlap.</summary>
    public static IEnumerable<Found> Find(WordText text, PrivacyWords words)
    {
        foreach (var found in Labelled(text, words))
        {
            yield return found;
        }

        foreach (var match in At().Matches(text.Text).Cast<Match>())
        {
            var isPlain = match.Groups["name"].Value.All(Script.IsLatin);
            if (!words.PublicNames.Contains(match.Groups["name"].Value))
            {
                yield return new Found(match.Index, match.Index + match.Length, PersonalDataKind.Account, isPlain);
            }
        }

        foreach (var match in Underscored().Matches(text.Text).Cast<Match>())
        {
            yield return new Found(match.Index, match.Index + match.Length, PersonalDataKind.Account, IsDoubtful: true);
        }
    }

    private static IEnumerable<Found> Labelled(WordText text, PrivacyWords words)
    {
        for (var at = 0; at < text.Text.Length; at++)
        {
            if ((at > 0 && Script.IsLatin(text.Text[at - 1])) || (text.Longest(words.AccountLabels, at) ?? Label().Match(text.Text, at).Value) is not { Length: > 0 } label)
            {
                continue;
            }

            // LINE WORKS, インスタ映え: words by themselves are no account's name, unless id stands before.
            var match = AfterLabel().Match(text.Text, at + label.Length);
            if (match.Success && match.Groups["name"] is var name && name.Value.Any(Script.IsLatin) && !words.PublicNames.Contains(name.Value.TrimEnd([.. Digits]))
                && (match.Groups["id"].Success || Label().IsMatch(text.Text, at) || (name.Length > Shortest && name.Value.Any(c => !Script.IsLatin(c)))))
            {
                yield return new Found(name.Index, name.Index + name.Length, PersonalDataKind.Account, IsDoubtful: false);
            }

            at += label.Length - 1;
        }
    }

    [GeneratedRegex(@"\G(アカウント名?|ユーザー名|ユーザーid|ユーザid|ハンドルネーム|ハンドル名)", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"\G(\s|[::はがので「『(\[=)」』]|(?<id>id|アカウント名?|ユーザー名)(を聞かれ、?)?)*(?<name>@?(?!id(?![a-z0-9._-]))[a-z0-9_][a-z0-9_.-]+[a-z0-9_])(?![a-z0-9_@]|\.[a-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex AfterLabel();

    [GeneratedRegex(@"(?<![a-z0-9._%+-]\s?)@(?<name>(?=[0-9_.-]*[a-z])[a-z0-9_][a-z0-9_.-]+[a-z0-9_])(?![a-z0-9_@])", RegexOptions.CultureInvariant)]
    private static partial Regex At();

    // john_smith88, no file's name.
    [GeneratedRegex(@"(?<![a-z0-9_./@-])(?=([0-9_.]*[a-z]){3})[a-z0-9]+_[a-z0-9_.]*[a-z0-9](?<!\.[a-z]{2,4}|\.mp[34])(?![a-z0-9_@-]|\.[a-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Underscored();
}
