using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout;

/// <summary>What stands above a document's text: title, who signed it, whose report it is.</summary>
/// <param name="Title">The title; null where the document starts with its text.</param>
/// <param name="Year">The year that the title names, or the date of a signed statement.</param>
/// <param name="SignedBy">The organisation that signed the document as a statement; null where it is no statement.</param>
/// <param name="Office">Whose report it is; null where the document does not say.</param>
/// <param name="IsReport">Whether the title says that it is a report.</param>
/// <param name="Blocks">How many blocks at the start belong to it.</param>
public sealed partial record FrontMatter(string? Title, int? Year, string? SignedBy, string? Office, bool IsReport, int Blocks)
{
    private const int Searched = 8;

    /// <summary>The front matter of a document.</summary>
    /// <param name="blocks">The document's blocks.</param>
    public static FrontMatter Of(ImmutableArray<Block> blocks)
    {
        var lead = blocks.Take(Searched)
            .TakeWhile((b, k) => b.Table is null && !b.IsName && !b.Text.Contains('。', StringComparison.Ordinal) && !Attributions.IsAlone(b.Text) && !(k > 0 && PassageWords.HeadsQuotes(b.Text)) && (b.Mark.Kind == MarkKind.None || (b.Mark.Kind == MarkKind.Bracket && !PassageWords.OpensEvaluation(b.Mark.Label) && !StructureWalk.IsOpinionHeading(b.Mark.Label)) || Signer().IsMatch(b.Lines[0].Text) || SignerAlone().IsMatch(b.Lines[0].Text)) && !JapaneseText.EndsSentence(b.Text) && b.Text.Length <= 80)
            .ToList();

        // A heading directly above the text is the text's.
        while (lead.Count > 1 && lead.Count < blocks.Length && (lead[^1].Mark.Kind == MarkKind.Bracket
            || (blocks[lead.Count].Mark.Kind == MarkKind.Bullet && (PassageWords.HeadsList(lead[^1].Text) || Attributions.IsAlone($"（{lead[^1].Text}）")))))
        {
            lead.RemoveAt(lead.Count - 1);
        }

        var titles = lead.Where(b => !IsDate(b) && !Addressee().IsMatch(b.Text) && AnswerSheet.RespondentIn(b.Lines[0].Text) is null && !AnswerSheet.NamesWriter(b.Lines[0].Text)).ToList();
        var title = titles.FirstOrDefault()?.Text;
        var signer = lead.FindIndex(b => Signer().IsMatch(b.Lines[0].Text) || SignerAlone().IsMatch(b.Lines[0].Text));
        string? signedBy = null;
        if (signer >= 0)
        {
            var same = OfficeBeforeSigner().Match(lead[signer].Lines[0].Text);
            var above = titles.TakeWhile(b => b != lead[signer]).ToList();
            var below = titles.Skip(above.Count + 1).FirstOrDefault();

            // The office stands between the addressee or the title and who signs for it.
            signedBy = same.Success ? JapaneseText.Tidy(same.Groups["office"].Value) : above.Count > (below is null ? 1 : 0) ? above[^1].Text : null;
            title = above.Count > (same.Success ? 0 : 1) || below is null ? title : below.Text;
        }

        else if (title is not null && StatementTitle().IsMatch(title))
        {
            signedBy = lead.LastOrDefault(b => b.Text != title && NameLines.NamesOffice(b.Text))?.Text;
        }

        var office = blocks.Select(b => OfficeField().Match(b.Lines[0].Text)).FirstOrDefault(m => m.Success)?.Groups["office"].Value;
        var report = title is not null && ReportTitle().IsMatch(title);
        office = office is not null ? JapaneseText.Tidy(office) : report ? OfficeInTitle(title!) ?? lead.FirstOrDefault(b => b.Text != title && NameLines.NamesOffice(b.Text))?.Text : null;
        var dated = signedBy is null ? null : lead.Find(IsDate);
        return new FrontMatter(title, JapaneseDate.Year(title) ?? JapaneseDate.Year(dated?.Text) ?? lead.Select(b => JapaneseDate.FiscalYear(YearField().Match(b.Text).Value)).FirstOrDefault(y => y is not null), signedBy, office, report, lead.Count);
    }

    /// <summary>Whether a line is nothing but an office and the name of the person who holds it.</summary>
    /// <param name="text">One line, trimmed.</param>
    public static bool IsSigner(string text) => text.Length <= 20 && Signer().Match(text) is { Success: true, Index: 0 };

    private static bool IsDate(Block block) => DateOnlyLine().IsMatch(JapaneseText.Fold(block.Text));

    /// <summary>Whether a line is nothing but a day.</summary>
    /// <param name="text">One line, trimmed.</param>
    public static bool IsDay(string text) => text.Length <= 20 && DateOnlyLine().IsMatch(JapaneseText.Fold(text));

    private static string? OfficeInTitle(string title)
    {
        var bare = JapaneseText.Tidy(TitleNoise().Replace(title, "")).Trim('　', ' ', '（', '）');
        return bare.Length >= 2 ? bare : null;
    }

    [GeneratedRegex(@"^(令和|平成|[0-9]{4}年)[^。]*[0-9]日(\(.\))?$|^第?[0-9]+号?$", RegexOptions.CultureInvariant)]
    private static partial Regex DateOnlyLine();

    [GeneratedRegex("年度[：:].*$", RegexOptions.CultureInvariant)]
    private static partial Regex YearField();

    [GeneratedRegex("(御中|様|殿|宛て?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Addressee();

    [GeneratedRegex(@"(センター長|[室所園校部課館院]長|施設長|理事長|会長|代表(理事|者)?|事務局長|管理者|委員|主任|職員|担当)[\s　：:]+[一-龠ぁ-んァ-ヶー]{1,6}([\s　]*[一-龠ぁ-んァ-ヶー]{1,5})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Signer();

    [GeneratedRegex(@"^(センター長|[室所園校部課館院]長|施設長|理事長|会長|代表(理事|者)?|事務局長|管理者)$", RegexOptions.CultureInvariant)]
    private static partial Regex SignerAlone();

    [GeneratedRegex("意見書|要望書|提言|情報提供|意見の提出|意見について|現状について|状況について", RegexOptions.CultureInvariant)]
    private static partial Regex StatementTitle();

    [GeneratedRegex(@"^(?<office>\S.{3,}?)[\s　]+(センター長|[室所園校部課館院]長|施設長|理事長|会長|代表(理事|者)?|事務局長|管理者|委員|主任|職員|担当)[\s　：:]", RegexOptions.CultureInvariant)]
    private static partial Regex OfficeBeforeSigner();

    [GeneratedRegex(@"^\s*(?:[（(]?[0-9０-９①-⑳]{1,2}[)）.．]?\s*|[・○■]\s*)?(?:施\s*設\s*名|事\s*業\s*所\s*名|センター\s*名|団\s*体\s*名|法\s*人\s*名|機\s*関\s*名)(?:称)?(?:\s*[：:]\s*|[\s　]+)(?<office>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex OfficeField();

    [GeneratedRegex("報告|年報|実績|評価|まとめ", RegexOptions.CultureInvariant)]
    private static partial Regex ReportTitle();

    [GeneratedRegex("(令和|平成)?[0-9０-９元]+年度?|(年度|年間|年次)?(事業|活動|実績|実施|自己|運営)*(報告書?|評価書?|年報|実績|まとめ).*$|の$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleNoise();
}
