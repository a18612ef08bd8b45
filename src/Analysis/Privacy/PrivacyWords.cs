using System.Collections.Frozen;
using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Privacy.Finding;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>The words by which names are told from ordinary words (corpora/privacy.yaml); all normalised.</summary>
public sealed class PrivacyWords
{
    private static readonly Lazy<PrivacyWords> OfThisField = new(() => Read(LexiconReader.Resource("privacy.yaml")));

    private PrivacyWords(Func<string, ImmutableArray<string>> list, ImmutableArray<(string Word, string Sort)> offices)
    {
        Honorifics = LongestFirst(list("honorifics"));
        Titles = LongestFirst(list("titles"));
        NameLabels = LongestFirst(list("nameLabels"));
        Kin = LongestFirst(list("kin"));
        Roles = LongestFirst(list("roles"));
        NotNames = list("notNames").ToFrozenSet(StringComparer.Ordinal);
        Offices = [.. offices.OrderByDescending(o => o.Word.Length).ThenBy(o => o.Word, StringComparer.Ordinal)];
        Corporations = LongestFirst(list("corporations"));
        CompanyForms = LongestFirst(list("companyForms"));
        CompanyEndings = LongestFirst(list("companyEndings"));
        Generic = list("generic").ToFrozenSet(StringComparer.Ordinal);
        PublicNames = list("publicNames").ToFrozenSet(StringComparer.Ordinal);
        WideAreas = list("wideAreas").ToFrozenSet(StringComparer.Ordinal);
        NotBehind = LongestFirst(list("notBehind"));
        Telling = LongestFirst(list("telling"));
        CommonEnglish = list("commonEnglish").ToFrozenSet(StringComparer.Ordinal);
        NotPlaces = list("notPlaces").ToFrozenSet(StringComparer.Ordinal);
        NumberLabels = LongestFirst(list("numberLabels"));
        AccountLabels = LongestFirst(list("accountLabels"));
        GivenEndings = list("givenEndings").SelectMany(e => e).ToFrozenSet();
        Variants = new KanjiVariants(list("variants"));
    }

    /// <summary>The words that come with the program.</summary>
    public static PrivacyWords Default => OfThisField.Value;

    /// <summary>さん, 様 …: what follows names above all; longest first.</summary>
    public ImmutableArray<string> Honorifics { get; }

    /// <summary>所長, 相談員 …: what follows names and much else; longest first.</summary>
    public ImmutableArray<string> Titles { get; }

    /// <summary>氏名, 担当 …: what stands before a name; longest first.</summary>
    public ImmutableArray<string> NameLabels { get; }

    /// <summary>父, 長女 …: who somebody is to another; longest first.</summary>
    public ImmutableArray<string> Kin { get; }

    /// <summary>本人, 担当者 …: who somebody is; longest first.</summary>
    public ImmutableArray<string> Roles { get; }

    /// <summary>Ordinary words that honorifics follow.</summary>
    public FrozenSet<string> NotNames { get; }

    /// <summary>What an office is, and the sort that its pseudonym says; longest first.</summary>
    public ImmutableArray<(string Word, string Sort)> Offices { get; }

    /// <summary>社会福祉法人 …; longest first.</summary>
    public ImmutableArray<string> Corporations { get; }

    /// <summary>株式会社, (株) …; longest first.</summary>
    public ImmutableArray<string> CompanyForms { get; }

    /// <summary>工業, 食品 …: how companies' names end; longest first.</summary>
    public ImmutableArray<string> CompanyEndings { get; }

    /// <summary>Words that say what sort of office, not which.</summary>
    public FrozenSet<string> Generic { get; }

    /// <summary>Ministries, programs: they point at nobody.</summary>
    public FrozenSet<string> PublicNames { get; }

    /// <summary>Prefectures and wider: they point at nobody.</summary>
    public FrozenSet<string> WideAreas { get; }

    /// <summary>Hiragana that stand behind what an office is without being its name (かどうか, どうし); longest first.</summary>
    public ImmutableArray<string> NotBehind { get; }

    /// <summary>唯一, 最年少 …: what tells of one among many without a name; longest first.</summary>
    public ImmutableArray<string> Telling { get; }

    /// <summary>Small English words: alone they name nobody.</summary>
    public FrozenSet<string> CommonEnglish { get; }

    /// <summary>What stands before 市, 駅 … without being a place.</summary>
    public FrozenSet<string> NotPlaces { get; }

    /// <summary>療育手帳, 求職番号 …: what stands before a number that points at a person; longest first.</summary>
    public ImmutableArray<string> NumberLabels { get; }

    /// <summary>line, インスタ …: where people have accounts; longest first.</summary>
    public ImmutableArray<string> AccountLabels { get; }

    /// <summary>Kanji that given names end in (翔平, 健太), though the dictionary lacks many of these.</summary>
    public FrozenSet<char> GivenEndings { get; }

    /// <summary>How names are written otherwise.</summary>
    internal KanjiVariants Variants { get; }

    /// <summary>A name as two ways to write it are compared by: 髙橋 as 高橋.</summary>
    /// <param name="name">The name, normalised.</param>
    public string Common(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Variants.Common(name);
    }

    /// <summary>The name of a person without the title or honorific at its end: 林 of 林委員; the name itself where it has none, or nobody's name would be left (事務局委員).</summary>
    /// <param name="name">The name, normalised.</param>
    internal string WithoutTitle(string name)
    {
        var title = Titles.Concat(Honorifics).Where(t => t.Length < name.Length && name.EndsWith(t, StringComparison.Ordinal)).MaxBy(t => t.Length);
        var bare = title is null ? name : name[..^title.Length];
        return NotNames.Contains(bare) || Generic.Contains(bare) ? name : bare;
    }

    /// <summary>The words that a file defines.</summary>
    /// <param name="text">The file's text (YAML); a BOM is skipped.</param>
    /// <exception cref="DefinitionException">The text is no such definition.</exception>
    public static PrivacyWords Read(string text)
    {
        var root = DefinitionNode.Mapping(DefinitionNode.Root(text), "privacy");
        DefinitionNode.RefuseUnknown(
            root, "privacy", "name", "honorifics", "titles", "nameLabels", "kin", "roles", "notNames", "offices", "corporations", "companyForms",
            "companyEndings", "generic", "publicNames", "wideAreas", "notPlaces", "notBehind", "commonEnglish", "telling", "numberLabels", "accountLabels", "givenEndings", "variants");
        var offices = ImmutableArray.CreateBuilder<(string, string)>();
        if (DefinitionNode.Child(root, "offices") is { } node)
        {
            foreach (var (sort, words) in DefinitionNode.Mapping(node, "offices").Children)
            {
                offices.AddRange(DefinitionNode.Strings(words, "offices").Select(w => (Normal(w), DefinitionNode.Scalar(sort, "offices"))));
            }
        }

        return new PrivacyWords(
            name => [.. DefinitionNode.Strings(DefinitionNode.Child(root, name), name).Select(Normal).Distinct(StringComparer.Ordinal)],
            offices.ToImmutable());
    }

    private static string Normal(string word) => NormalizedText.Of(word).Text;

    private static ImmutableArray<string> LongestFirst(ImmutableArray<string> words) =>
        [.. words.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];
}
