using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables.Cells;
using FeedbackLab.Ingest.Formats.Tables.Shapes;
using FeedbackLab.Ingest.Layout;
using FeedbackLab.Ingest.Mapping;

namespace FeedbackLab.Ingest.Formats.Tables.Columns;

/// <summary>Guesses what the columns of a table hold, by their headers and their cells.</summary>
public static partial class ColumnRoles
{
    private const double LongOnAverage = 12;

    /// <summary>One reading a column: the user's where there is one, else the guess.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="rows">The rows, as long as the header each.</param>
    /// <param name="overrides">Roles named by the user.</param>
    public static ImmutableArray<ColumnReading> Guess(ImmutableArray<string> headers, IReadOnlyList<string[]> rows, ImmutableArray<ColumnReading> overrides)
    {
        var form = SurveyForms.Of(headers);
        ImmutableArray<string>[] cells = [.. headers.Select((_, i) => Cells(rows, i))];
        var roles = headers.Select((h, i) => Named(h, overrides) ?? (form is { } f ? SurveyForms.RoleOf(f, h) : null) ?? Role(h, cells[i])).ToArray();
        if (Counts(headers, cells, overrides))
        {
            return [.. headers.Select((h, i) => new ColumnReading(h, roles[i] is ColumnRole.Text or ColumnRole.Question ? ColumnRole.Attribute : roles[i]))];
        }

        KeepRespondent(roles, headers, cells, overrides);
        foreach (var i in Enumerable.Range(0, roles.Length).Where(i => roles[i] == ColumnRole.Text && IsReply(headers, i, overrides)))
        {
            roles[i] = ColumnRole.Attribute;
        }

        // What a meeting talks about is asked in it.
        foreach (var i in Enumerable.Range(0, roles.Length).Where(i => roles[i] is ColumnRole.Attribute or ColumnRole.Text && Named(headers[i], overrides) is null && Agenda().IsMatch(JapaneseText.Fold(headers[i]))
            && Enumerable.Range(0, roles.Length).Any(j => roles[j] == ColumnRole.Respondent && RespondentColumns.Of(headers[j]) == RespondentColumns.Rank.Speaker)))
        {
            roles[i] = ColumnRole.Question;
        }

        KeepFirst(roles, headers, ColumnRole.Year, overrides);
        KeepFirst(roles, headers, ColumnRole.Question, overrides);
        if (!roles.Contains(ColumnRole.Text))
        {
            var best = Enumerable.Range(0, headers.Length)
                .Where(i => roles[i] == ColumnRole.Attribute && Named(headers[i], overrides) is null && !ShortAnswers.AreChoices(headers[i], cells[i]) && !ShortAnswers.MayBeChoices(headers[i], cells[i]) && !ShortAnswers.NamesFact(headers[i]))
                .Select(i => (Index: i, Length: Average(cells[i])))
                .Where(c => c.Length >= 4)
                .OrderByDescending(c => c.Length).ThenBy(c => c.Index)
                .Select(c => (int?)c.Index)
                .FirstOrDefault();
            if (best is { } column)
            {
                roles[column] = ColumnRole.Text;
            }
        }

        // What is asked for several years is asked in all their columns, however short one year's answers are.
        var across = YearLabels.Across([.. headers]);
        foreach (var i in Enumerable.Range(0, roles.Length).Where(i => across[i] is not null && roles[i] == ColumnRole.Attribute && Named(headers[i], overrides) is null && !cells[i].Any(c => char.IsAsciiDigit(JapaneseText.Fold(c)[0]))
            && Enumerable.Range(0, roles.Length).Any(j => roles[j] == ColumnRole.Text && across[j] is not null && YearLabels.Rest(headers[j]) == YearLabels.Rest(headers[i]))))
        {
            roles[i] = ColumnRole.Text;
        }

        // Whoever was asked and said nothing belongs to the ledger.
        foreach (var i in Enumerable.Range(0, roles.Length).Where(i => roles[i] == ColumnRole.Attribute && Named(headers[i], overrides) is null && ShortAnswers.AreUnanswered(headers[i], cells[i])))
        {
            roles[i] = ColumnRole.Text;
        }

        return [.. headers.Select((h, i) => new ColumnReading(h, roles[i]))];
    }

    /// <summary>Whether a table only counts answers, and the user names no column of them.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="rows">The rows, as long as the header each.</param>
    /// <param name="overrides">Roles named by the user.</param>
    public static bool Count(ImmutableArray<string> headers, IReadOnlyList<string[]> rows, ImmutableArray<ColumnReading> overrides) =>
        Counts(headers, [.. headers.Select((_, i) => Cells(rows, i))], overrides);

    /// <summary>The headers of columns that were guessed to hold no answers and may hold some: short ones that recur.</summary>
    /// <param name="columns">The columns as they were read.</param>
    /// <param name="rows">The rows, as long as the columns each.</param>
    /// <param name="overrides">Roles named by the user, which are beyond doubt.</param>
    public static IEnumerable<string> Doubtful(ImmutableArray<ColumnReading> columns, IReadOnlyList<string[]> rows, ImmutableArray<ColumnReading> overrides)
    {
        ImmutableArray<string> headers = [.. columns.Select(c => c.Header)];
        return Enumerable.Range(0, columns.Length)
            .Where(i => columns[i].Role == ColumnRole.Attribute && Named(headers[i], overrides) is null && !IsReply(headers, i, overrides)
                && Cells(rows, i) is var cells && (ShortAnswers.MayBe(headers[i], cells) || (AsksInWords().IsMatch(JapaneseText.Fold(headers[i])) && ShortAnswers.MayBeChoices(headers[i], cells) && !ShortAnswers.AreChoices(headers[i], cells))))
            .Select(i => headers[i]);
    }

    /// <summary>The headers of columns that were guessed to hold an authority's replies.</summary>
    /// <param name="columns">The columns as they were read.</param>
    /// <param name="overrides">Roles named by the user, which are beyond doubt.</param>
    public static IEnumerable<string> Replies(ImmutableArray<ColumnReading> columns, ImmutableArray<ColumnReading> overrides)
    {
        ImmutableArray<string> headers = [.. columns.Select(c => c.Header)];
        return Enumerable.Range(0, columns.Length).Where(i => columns[i].Role == ColumnRole.Attribute && IsReply(headers, i, overrides)).Select(i => headers[i]);
    }

    /// <summary>Whether a header is one for what points at a person or says how to reach one.</summary>
    /// <param name="header">The header.</param>
    public static bool NamesPerson(string header) => PersonalHeader().IsMatch(JapaneseText.Fold(header).ToLowerInvariant());

    /// <summary>Whether a header is one for answers in words.</summary>
    /// <param name="header">The header.</param>
    public static bool NamesAnswer(string header) => TextHeader().IsMatch(JapaneseText.Fold(header).ToLowerInvariant());

    /// <summary>Whether a header is one for questions (設問, 項目).</summary>
    /// <param name="header">The header.</param>
    public static bool NamesQuestion(string header) => QuestionHeader().IsMatch(JapaneseText.Fold(header).ToLowerInvariant());

    /// <summary>Whether a header asks for something that words say: 良かった点, 何が必要ですか.</summary>
    /// <param name="header">The header.</param>
    public static bool AsksFor(string header) => ShortAnswers.Asks(header) || AsksInWords().IsMatch(JapaneseText.Fold(header));

    private static ImmutableArray<string> Cells(IReadOnlyList<string[]> rows, int column) => [.. rows.Select(r => r[column].Trim()).Where(c => c.Length > 0)];

    private static bool Counts(ImmutableArray<string> headers, ImmutableArray<string>[] cells, ImmutableArray<ColumnReading> overrides) =>
        !headers.Any(h => Named(h, overrides) is ColumnRole.Text) && CountColumns.Are(headers, cells);

    private static ColumnRole? Named(string header, ImmutableArray<ColumnReading> overrides) =>
        overrides.FirstOrDefault(o => SheetMapping.Key(o.Header) == SheetMapping.Key(header))?.Role;

    private static bool IsReply(ImmutableArray<string> headers, int column, ImmutableArray<ColumnReading> overrides) =>
        Named(headers[column], overrides) is null && ReplyColumns.Is(headers, column);

    private static void KeepFirst(ColumnRole[] roles, ImmutableArray<string> headers, ColumnRole role, ImmutableArray<ColumnReading> overrides)
    {
        var named = Enumerable.Range(0, roles.Length).Where(i => roles[i] == role && Named(headers[i], overrides) is not null).ToList();
        var keep = named.Count > 0 ? named[0] : Array.IndexOf(roles, role);
        for (var i = 0; i < roles.Length; i++)
        {
            roles[i] = roles[i] == role && i != keep ? ColumnRole.Attribute : roles[i];
        }
    }

    // A person's name beside the office's only tells who held the pen.
    private static void KeepRespondent(ColumnRole[] roles, ImmutableArray<string> headers, ImmutableArray<string>[] cells, ImmutableArray<ColumnReading> overrides)
    {
        var among = Enumerable.Range(0, roles.Length).Where(i => roles[i] == ColumnRole.Respondent).ToList();
        if (among.Count < 2)
        {
            return;
        }

        var keep = among.OrderBy(i => Named(headers[i], overrides) is null).ThenBy(i => cells[i].IsEmpty).ThenBy(i => RespondentColumns.Of(headers[i])).ThenBy(i => i).First();
        foreach (var i in among.Where(i => i != keep))
        {
            roles[i] = RespondentColumns.Of(headers[i]) is RespondentColumns.Rank.Person or RespondentColumns.Rank.Respondent ? ColumnRole.Personal : ColumnRole.Attribute;
        }
    }

    private static ColumnRole Role(string header, ImmutableArray<string> cells)
    {
        var name = JapaneseText.Fold(header).ToLowerInvariant();
        var average = Average(cells);
        var variety = cells.IsEmpty ? 0 : cells.Distinct(StringComparer.Ordinal).Count() / (double)cells.Length;
        if (IgnoredHeader().IsMatch(name))
        {
            return ColumnRole.Ignored;
        }

        var sentences = ShortAnswers.AreSentences(cells);
        if (PersonalHeader().IsMatch(name) && !sentences)
        {
            return ColumnRole.Personal;
        }

        if (YearColumns.Are(header, cells))
        {
            return ColumnRole.Year;
        }

        if (RespondentColumns.Names(header) && average <= 30)
        {
            return RespondentColumns.Of(header) != RespondentColumns.Rank.Speaker && RespondentColumns.AreKinds(cells) ? ColumnRole.Attribute : ColumnRole.Respondent;
        }

        if (QuestionHeader().IsMatch(name) && (variety < 0.9 || 2 * cells.Count(ShortAnswers.HasNumber) >= Math.Max(1, cells.Length)))
        {
            return ColumnRole.Question;
        }

        if (ShortAnswers.AreChoices(header, cells) || ShortAnswers.MayBeChoices(header, cells) || (ShortAnswers.NamesFact(header) && !sentences))
        {
            return ColumnRole.Attribute;
        }

        if (TextHeader().IsMatch(name) && cells.All(c => AnswerState.Of(c) is not null))
        {
            return ColumnRole.Text;
        }

        if (cells.All(c => Scale().IsMatch(JapaneseText.Fold(c))) && !cells.IsEmpty)
        {
            return ColumnRole.Attribute;
        }

        return (TextHeader().IsMatch(name) && average >= 3) || (AsksInWords().IsMatch(name) && variety >= 0.5 && average >= 4) || ((average >= LongOnAverage || sentences) && variety >= 0.5) || average >= 30 || ShortAnswers.Are(header, cells) ? ColumnRole.Text : ColumnRole.Attribute;
    }

    private static double Average(ImmutableArray<string> cells) => cells.IsEmpty ? 0 : cells.Average(c => c.Length);

    [GeneratedRegex("^id$|^no\\.?(\\([0-9]\\))?$|^番号(\\([0-9]\\))?$|^連番$|^seq$|^#$|通し番号|回答id|整理番号", RegexOptions.CultureInvariant)]
    private static partial Regex IgnoredHeader();

    [GeneratedRegex("タイムスタンプ|timestamp|メールアドレス|^メール$|e-?mail|開始時刻|完了時刻|送信日時|回答日時|ipアドレス|電話番号|電話(・|、|/)?(fax|ファックス)?(\\(.*\\))?:?$|^tel$|住所((・|、|/|\\(|:).*)?$|住所を(ご|お)?(記入|入力|教え|書)|生年月日|(記入|担当|記載|作成)者(様|の)?(所属)?(職|職名|役職)?[・、/]?(お?名前|名|氏名)?$|^(ご|御)?連絡先$|^fax(番号)?$|フリガナ|ふりがな", RegexOptions.CultureInvariant)]
    private static partial Regex PersonalHeader();

    [GeneratedRegex("^(設問|質問|問|(調査|聞き取り|ヒアリング|確認)?項目|question)(名|文|項目|番号|内容)?$", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionHeader();

    [GeneratedRegex("^(議題|議事|議案|案件|協議事項|次第|テーマ)名?$", RegexOptions.CultureInvariant)]
    private static partial Regex Agenda();

    [GeneratedRegex("意見|自由記述|自由回答|感想|要望|課題|コメント|記述|理由|回答内容|困っている|ご自由に|本文|発言内容|^回答$|comment|answer|text", RegexOptions.CultureInvariant)]
    private static partial Regex TextHeader();

    [GeneratedRegex("(こと|点|ですか|ますか|ください|下さい|教えて|どのように|思い)[。?？)]?$|[?？]$", RegexOptions.CultureInvariant)]
    private static partial Regex AsksInWords();

    [GeneratedRegex("^[0-9.,%]+$|^(はい|いいえ|有|無|あり|なし|○|×|△)$", RegexOptions.CultureInvariant)]
    private static partial Regex Scale();
}
