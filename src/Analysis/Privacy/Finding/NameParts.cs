namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>What of a person's name a word can be.</summary>
[Flags]
internal enum NameParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A family name.</summary>
    Surname = 1,

    /// <summary>A given name.</summary>
    Given = 2,

    /// <summary>Another name of a person.</summary>
    Other = 4,
}
