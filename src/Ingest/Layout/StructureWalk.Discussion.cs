using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout;

/// <content>The source's own discussion: where it opens, and under which of its headings a passage stands.</content>
internal sealed partial class StructureWalk
{
    private (SourceHeading Heading, string Style, Numbering Outline)? opened;
    private (SourceHeading Heading, Numbering Outline)? bracket;

    /// <summary>Whether what comes next stands in a discussion.</summary>
    private bool IsDiscussion => !DiscussionPath(int.MaxValue).IsEmpty;

    /// <summary>Whether a line without number or brackets is the heading of a discussion.</summary>
    private bool IsDiscussionHeading(Block block) =>
        block.Lines.Length == 1 && block.Text.Length <= 40 && !JapaneseText.EndsSentence(block.Text)
        && (block.Mark.Kind == MarkKind.None || block.Mark.Style is "■" or "●" or "◆" or "□")
        && (IsAnswers ? PassageWords.TitlesDiscussion(block.Text) : region == Region.Prose && PassageWords.OpensDiscussion(block.Text));

    private void OpenDiscussion(Block block, string heading)
    {
        Enter(Region.Prose);
        opened = (new SourceHeading(heading, block.Place.LineStart), block.Mark.Style, numbering);
        lastHeading = heading;
    }

    /// <summary>A heading in brackets outside answers: it opens a discussion, closes one opened in the same brackets, or heads what follows in it.</summary>
    private void NoteBracket(Block block)
    {
        var heading = new SourceHeading(block.Mark.Label, block.Place.LineStart);
        if (PassageWords.OpensDiscussion(heading.Text))
        {
            opened = (heading, block.Mark.Style, numbering);
            bracket = null;
            return;
        }

        if (opened?.Style == block.Mark.Style)
        {
            opened = null;
        }

        bracket = (heading, numbering);
    }

    /// <summary>The headings of the discussion above a line, outermost first; empty outside one.</summary>
    private ImmutableArray<SourceHeading> DiscussionPath(int line)
    {
        var outline = numbering.Open.Where(h => h.Line != line && !JapaneseText.EndsSentence(h.Text)).ToList();
        var first = outline.FindIndex(h => PassageWords.OpensDiscussion(h.Text));
        var path = outline.Skip(first).Select(h => new SourceHeading(h.Text, h.Line)).ToList();
        if (first < 0)
        {
            if (opened is not { } title || !numbering.Open.Take(title.Outline.Open.Length).SequenceEqual(title.Outline.Open))
            {
                return [];
            }

            path = [title.Heading, .. outline.Where(h => !title.Outline.Open.Contains(h)).Select(h => new SourceHeading(h.Text, h.Line))];
        }

        if (bracket is { } inner && ReferenceEquals(inner.Outline, numbering))
        {
            path.Add(inner.Heading);
        }

        return [.. path];
    }
}
