using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>A name and what stands for it in what is published. The table of these is the key: it stays in the workspace.</summary>
/// <param name="Kind">What is named.</param>
/// <param name="Name">The name, normalised, without white space.</param>
/// <param name="Text">What stands for it: Ａ, Ｂ社, Ｃセンター.</param>
public sealed record Pseudonym(PersonalDataKind Kind, string Name, string Text);

/// <summary>Gives names their pseudonyms.</summary>
public static class Pseudonyms
{
    // A sort that fewer names share would tell which they are.
    private const int FewestOfSort = 3;
    private const string Neutral = "事業所";

    private static readonly char[] Capitals = [.. Enumerable.Range('Ａ', 26).Select(c => (char)c)];

    /// <summary>The pseudonyms of some names, those that had one before unchanged.</summary>
    /// <remarks>
    /// The letters are drawn by the names' HMAC-SHA256 under a secret, so that neither the order of the alphabet, nor that of the sources, nor that in which names came in tells
    /// who Ａ is. Each sort (センター, 社, people …) has letters of its own: out of Ａ to Ｚ, two letters where it has more names. A sort of office that fewer than three pseudonyms would tell is told as 事業所.
    /// A person with a title (林委員) has the pseudonym of the bare name (林), unless another with a title has it (林座長).
    /// </remarks>
    /// <param name="names">The names, each once or more.</param>
    /// <param name="before">Those given before; they stand.</param>
    /// <param name="taken">Pseudonyms that the texts themselves use (Ａさん), normalised: nobody gets these.</param>
    /// <param name="secret">What nobody outside knows; at least one byte.</param>
    /// <param name="words">The words that say what sort of office it is.</param>
    /// <returns><paramref name="before"/>, then the new ones, in an order that only the secret tells.</returns>
    public static ImmutableArray<Pseudonym> Of(
        IEnumerable<(PersonalDataKind Kind, string Name)> names,
        ImmutableArray<Pseudonym> before,
        IReadOnlySet<string> taken,
        ReadOnlySpan<byte> secret,
        PrivacyWords words)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(taken);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentOutOfRangeException.ThrowIfZero(secret.Length, nameof(secret));
        var key = secret.ToArray();
        var known = before.Select(p => (p.Kind, p.Name)).ToHashSet();
        var used = before.Select(p => p.Text).ToHashSet(StringComparer.Ordinal);
        var given = before.ToBuilder();
        var shared = new SharedPseudonyms(before, words);
        var added = names.Where(n => !known.Contains(n)).Distinct().ToList();
        var rare = RareSorts(added, before, words);
        foreach (var ((kind, name), drawn) in added
            .Select(n => (Name: n, Drawn: HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{n.Kind}\n{n.Name}"))))
            .OrderBy(n => Convert.ToHexString(n.Drawn), StringComparer.Ordinal))
        {
            var suffix = kind == PersonalDataKind.Office && rare.Contains(Suffix(kind, name, words)) ? Neutral : Suffix(kind, name, words);
            string text;
            if (Fixed(kind) is { } always)
            {
                text = always;
            }
            else if (kind == PersonalDataKind.Person && shared.Of(name) is { } same)
            {
                text = same;
            }
            else
            {
                text = Drawn(drawn, suffix, t => !used.Contains(t) && !taken.Contains(Normal(t)));
                used.Add(text);
            }

            given.Add(new Pseudonym(kind, name, text));
            if (kind == PersonalDataKind.Person)
            {
                shared.Add(name, text);
            }
        }

        return given.ToImmutable();
    }

    /// <summary>Whether words begin with what pseudonyms end in: センター長 behind Ａ reads as one of Ａセンター.</summary>
    /// <param name="title">A title.</param>
    /// <param name="words">The words that say what sort of office it is.</param>
    internal static bool BeginsWithSort(string title, PrivacyWords words) =>
        title.StartsWith('社') || title[0] is '市' or '区' or '町' or '村' || words.Offices.Any(o => title.StartsWith(o.Sort, StringComparison.Ordinal));

    /// <summary>Ａ for 1, Ｚ for 26, ＡＡ for 27.</summary>
    internal static string Letters(int number)
    {
        var letters = new StringBuilder();
        for (; number > 0; number = (number - 1) / 26)
        {
            letters.Insert(0, (char)('Ａ' + ((number - 1) % 26)));
        }

        return letters.ToString();
    }

    // One of the letters that are free, not the next one: the last of them would be who came in last.
    private static string Drawn(byte[] drawn, string suffix, Predicate<string> isFree)
    {
        for (var (first, last) = (1, Capitals.Length); ; (first, last) = (last + 1, (last + 1) * Capitals.Length))
        {
            var free = Enumerable.Range(first, last - first + 1).Select(n => Letters(n) + suffix).Where(t => isFree(t)).ToList();
            if (free.Count > 0)
            {
                return free[(int)(BinaryPrimitives.ReadUInt32BigEndian(drawn.AsSpan(sizeof(uint))) % (uint)free.Count)];
            }
        }
    }

    private static string? Fixed(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.Phone => "〔電話番号〕",
        PersonalDataKind.Mail => "〔メールアドレス〕",
        PersonalDataKind.BirthDate => "〔生年月日〕",
        PersonalDataKind.Number => "〔番号〕",
        PersonalDataKind.Account => "〔アカウント〕",
        _ => null,
    };

    private static string Suffix(PersonalDataKind kind, string name, PrivacyWords words) => kind switch
    {
        PersonalDataKind.Company => "社",
        PersonalDataKind.Office => Sort(name, words),
        PersonalDataKind.Locality => name[^1] is '市' or '区' or '町' or '村' or '郡' or '駅' ? name[^1].ToString() : "地域",
        _ => string.Empty,
    };

    // 園 ends 就労支援センター花園 too: one kanji says the sort only where no longer word does.
    private static string Sort(string name, PrivacyWords words) =>
        words.Offices.Where(o => o.Word.Length > 1 && name.EndsWith(o.Word, StringComparison.Ordinal)).Select(o => o.Sort).FirstOrDefault()
            ?? words.Offices.Where(o => o.Word.Length > 1 && name.StartsWith(o.Word, StringComparison.Ordinal)).Select(o => o.Sort).FirstOrDefault()
            ?? words.Offices.Where(o => o.Word.Length > 1 && name.Contains(o.Word, StringComparison.Ordinal)).Select(o => o.Sort).FirstOrDefault()
            ?? words.Offices.Where(o => name.EndsWith(o.Word, StringComparison.Ordinal)).Select(o => o.Sort).FirstOrDefault()
            ?? (words.Corporations.Any(c => name.Contains(c, StringComparison.Ordinal)) ? "法人" : "機関");

    // What was given before counts as it is told.
    private static HashSet<string> RareSorts(IEnumerable<(PersonalDataKind Kind, string Name)> added, ImmutableArray<Pseudonym> before, PrivacyWords words)
    {
        var told = before.Where(p => p.Kind == PersonalDataKind.Office).Select(p => p.Text.TrimStart(Capitals)).CountBy(s => s).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. added.Where(n => n.Kind == PersonalDataKind.Office).CountBy(n => Sort(n.Name, words))
                .Where(s => s.Value + told.GetValueOrDefault(s.Key) < FewestOfSort).Select(s => s.Key),
        ];
    }

    private static string Normal(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
}
