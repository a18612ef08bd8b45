namespace FeedbackLab.Analysis.Language;

/// <summary>Cuts normalised texts into words that the search for terms knows; for one thread.</summary>
internal interface IWordSource
{
    /// <summary>Puts the words of a text into a list, in order, without overlap.</summary>
    /// <param name="text">A normalised text; may be empty.</param>
    /// <param name="into">Where they go; what it holds is dropped.</param>
    public void Read(string text, List<FoundWord> into);
}
