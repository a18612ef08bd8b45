namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>How far compounds are taken apart; the modes of Lucene's Kuromoji.</summary>
public enum TokenizeMode
{
    /// <summary>Words as the dictionary has them.</summary>
    Normal,

    /// <summary>Long compounds come with their parts.</summary>
    Search,

    /// <summary>As <see cref="Search"/>, and unknown words letter by letter.</summary>
    Extended,
}
