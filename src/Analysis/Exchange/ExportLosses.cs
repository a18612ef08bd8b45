using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>What of a workspace has no place in the exchange format.</summary>
internal static class ExportLosses
{
    public static IEnumerable<QdaLoss> Of(ExchangeContent content)
    {
        var names = (content.Codebook?.Codes ?? []).ToDictionary(c => c.Id, c => c.Name.Ja, StringComparer.Ordinal);
        foreach (var leftOut in content.Corpus.LeftOut.Where(l => l.Text.Length == 0))
        {
            yield return new QdaLoss(new BilingualText("文章のない欄（空欄、尋ねていない欄）。回答者の分母に入る", "cells without words (blank, not asked); they count among those asked"), leftOut.Source);
        }

        foreach (var table in content.Corpus.Tables)
        {
            yield return new QdaLoss(new BilingualText("件数の表", "tables of counts"), table.Title.Length > 0 ? table.Title : table.Source);
        }

        foreach (var coding in content.Codings.Where(c => c.State == CodingState.Rejected))
        {
            yield return new QdaLoss(new BilingualText("却下の判断", "decisions that a code does not fit"), names.GetValueOrDefault(coding.Code, coding.Code));
        }

        foreach (var coding in content.Codings.Where(c => c is { State: CodingState.Proposed } and ({ Score: not null } or { Rule: not null })))
        {
            yield return new QdaLoss(new BilingualText("提案の確からしさの数値とルール", "scores and rules of proposals"), names.GetValueOrDefault(coding.Code, coding.Code));
        }

        foreach (var _ in content.NoneFits)
        {
            yield return new QdaLoss(new BilingualText("どのコードも合わないという判断", "decisions that no code fits a comment"), string.Empty);
        }

        if (content.CodebookVersion > 1)
        {
            yield return new QdaLoss(new BilingualText("コードブックの前の版と、コードの変更の記録", "earlier versions of the codebook, and what became of codes"), string.Empty);
        }

        foreach (var comment in content.Corpus.Comments.Where(c => c.Text.Contains('\r', StringComparison.Ordinal)))
        {
            yield return new QdaLoss(new BilingualText("改行の種類（CR と CR LF は LF になる）", "kinds of line ends (CR and CR LF become LF)"), comment.Source);
        }
    }

    /// <summary>Texts with characters that the file cannot hold.</summary>
    public static IEnumerable<QdaLoss> Characters(QdaProject project)
    {
        var kind = new BilingualText("ファイルに書けない文字（� になる）", "characters that the file cannot hold (they become U+FFFD)");
        var named = project.Users.Select(u => u.Name).Concat(project.Variables.Select(v => v.Name)).Concat(project.Cases.SelectMany(c => c.Values.Select(v => v.Value)))
            .Concat(project.Sources.SelectMany(s => s.Selections.Select(x => x.Description).Append(s.Description).Append(s.Name))).Concat(project.Notes.Select(n => n.Text))
            .Where(t => ExchangeLines.Xml(t) != t);
        var texts = project.Sources.Where(s => s.Text.EnumerateRunes().Any(r => r.Value == 0xFFFD) && HasHalves(s.Text)).Select(s => s.Name);
        return named.Select(_ => new QdaLoss(kind, string.Empty)).Concat(texts.Select(n => new QdaLoss(kind, n)));
    }

    private static bool HasHalves(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
