namespace FeedbackLab.Viewer.Commands.Search;

/// <summary>What a search shows of its hits.</summary>
internal enum SearchShow
{
    /// <summary>The comments.</summary>
    Hits,

    /// <summary>Every match in its context, a line each.</summary>
    Kwic,

    /// <summary>The words near the matches.</summary>
    Collocations,

    /// <summary>The words that tell the hits from all other comments.</summary>
    Keywords,

    /// <summary>The words of the hits that come together.</summary>
    Network,
}
