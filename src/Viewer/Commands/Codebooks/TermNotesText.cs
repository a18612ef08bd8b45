using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Commands.Codebooks;

/// <summary>Tells what is worth knowing of a code's terms, a line a kind.</summary>
internal static class TermNotesText
{
    /// <summary>The lines.</summary>
    /// <param name="notes">The notes on one code.</param>
    public static IEnumerable<BilingualText> Of(TermNotes notes)
    {
        if (!notes.Denied.IsEmpty)
        {
            var (ja, en) = Listed(notes.Denied);
            yield return new(
                $"打ち消しで終わる語: {ja}（打ち消しは読まれず、付かないか、打ち消していない意見にも付きます。「不足」のような別の語にするか、ルールで書けます）",
                $"Terms that end in a denial: {en} (denials are not read: never found, or found where nothing is denied too; take another word for it, or write a rule)");
        }

        foreach (var (term, other, otherTerm) in notes.Shared)
        {
            yield return new($"語「{term}」は「{other}」の「{otherTerm}」と同じ語として読まれます。", $"The term \"{term}\" is read as \"{otherTerm}\" of \"{other}\" is.");
        }

        if (!notes.Unused.IsEmpty)
        {
            var (ja, en) = Listed(notes.Unused);
            yield return new($"どの意見にもない語: {ja}", $"Terms that no comment has: {en}");
        }

        if (!notes.UnusedInclude.IsEmpty)
        {
            var (ja, en) = Listed(notes.UnusedInclude);
            yield return new($"include のうち、一語もどの意見にもないもの: {ja}", $"Of include, what no comment has a word of: {en}");
        }
    }

    private static (string Ja, string En) Listed(IReadOnlyCollection<string> terms) => (string.Join('、', terms), string.Join(", ", terms));
}
