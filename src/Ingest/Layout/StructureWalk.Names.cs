using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout;

/// <content>Respondents' names and their questions: who answers what stands below them.</content>
internal sealed partial class StructureWalk
{
    // The name, or a respondent's question, under which nothing stands yet.
    private Block? silent;
    private bool answersAll;
    private int lastAsked;

    // Where the title says that words are quoted, and neither a report nor results, sentences below 問1 are answers, too.
    private readonly bool quotesBelowQuestions = front is { IsReport: false, SignedBy: null, Title: { } title } && PassageWords.QuotesAnswers(title) && !title.Contains("結果", StringComparison.Ordinal);

    private void TakeName(Block block)
    {
        CloseName();
        if (region != Region.Questionnaire)
        {
            CloseMeeting();
            Enter(Region.Questionnaire);
            question = lastHeading ?? front.Title;
            regionYear = JapaneseDate.Year(question) ?? year;
            regionDepth = numbering.Open.Length;
        }

        respondent = block.Text;
        (silent, answersAll) = (block, false);
        (heading, nested) = (null, null);
    }

    /// <summary>Hands out a name, or a respondent's question, under which nothing stands: its respondent was asked.</summary>
    private void CloseName()
    {
        if (silent is { } name)
        {
            LeftOut.Add(new LeftOut(source, LeftOutReason.Blank, respondent, question, regionYear, name.Place, string.Empty));
            silent = null;
        }
    }

    private void TakeQuestion(Block block)
    {
        // Below a name a first question, or one again, is the first of all that this respondent answers.
        var (who, number) = (respondent, block.Mark.Number);
        var isFirst = silent?.IsName == true && number <= Math.Max(1, lastAsked);
        answersAll |= isFirst;
        silent = isFirst ? null : silent;
        Enter(region == Region.Questionnaire ? region : quotesBelowQuestions ? Region.Quoted : Region.Survey);
        lastHeading = question = block.Text;
        lastAsked = number;
        regionYear = JapaneseDate.Year(question) ?? year;
        if (answersAll && region == Region.Questionnaire)
        {
            (respondent, silent) = (who, block);
        }
    }
}
