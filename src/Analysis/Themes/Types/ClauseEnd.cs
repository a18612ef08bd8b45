using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Themes.Types;

/// <summary>What the rest of a clause may end with, once what stood behind it is taken off.</summary>
[Flags]
internal enum Slots : byte
{
    None = 0,

    /// <summary>A verb or an adjective.</summary>
    Predicate = 1,

    /// <summary>The stem of a verb: before 〜ます, 〜た, 〜て or 〜ない.</summary>
    Stem = 2,

    /// <summary>The stem of an adjective: before 〜そう or 〜すぎる.</summary>
    Root = 4,

    /// <summary>A noun.</summary>
    Noun = 8,

    /// <summary>A noun of which something is said to be there, to occur or to be felt.</summary>
    Thing = 16,

    /// <summary>A noun that goes with な and に, as 困難 does.</summary>
    Quality = 32,

    /// <summary>A noun that goes with する, as 苦労 does.</summary>
    Action = 64,

    /// <summary>A particle: a verb like ある or 感じる stood behind it.</summary>
    Particle = 128,

    /// <summary>The end of a whole clause.</summary>
    Clause = Predicate | Noun | Quality | Action,

    /// <summary>What stands before a particle.</summary>
    Object = Noun | Thing | Quality,

    /// <summary>Any form of a verb.</summary>
    Verb = Predicate | Stem,
}

/// <summary>What is known of a clause from what was taken off its end.</summary>
[Flags]
internal enum Marks
{
    None = 0,

    /// <summary>It is denied.</summary>
    Denied = 1,

    /// <summary>It has happened or goes on: 〜た, 〜ている.</summary>
    Done = 2,

    /// <summary>Another clause follows from it or against it: 〜が, 〜ので.</summary>
    Joined = 4,

    /// <summary>It only says of what kind a noun is: 困る|こと.</summary>
    Attributive = 8,

    /// <summary>It has become less.</summary>
    Less = 16,

    /// <summary>Somebody thinks it: 〜と思う.</summary>
    Thought = 32,

    /// <summary>It is feared rather than said: 〜のではないか.</summary>
    Doubted = 64,

    /// <summary>A denial asks: 〜ないか.</summary>
    Asking = 128,

    /// <summary>It is there, or is not.</summary>
    There = 256,

    /// <summary>It has come to be so: 〜ようになる.</summary>
    Became = 512,

    /// <summary>Nothing was taken off yet.</summary>
    Whole = 1024,

    /// <summary>It is the last clause of its sentence.</summary>
    Last = 2048,
}

/// <summary>One end of a clause: either it is taken off and something else is looked for, or it tells a type or nothing.</summary>
/// <param name="Fits">Where it may stand.</param>
/// <param name="Leaves">What is looked for before it; none where it settles the matter.</param>
internal readonly record struct ClauseEnd(Slots Fits, Slots Leaves)
{
    /// <summary>The type told; for one that is taken off, where nothing before it tells one.</summary>
    public CommentType? Type { get; init; }

    /// <summary>The same where the clause is denied.</summary>
    public CommentType? DeniedType { get; init; }

    /// <summary>What it says of the clause; a second denial undoes the first.</summary>
    public Marks Sets { get; init; }

    /// <summary>Marks without which it does not count.</summary>
    public Marks Needs { get; init; }

    /// <summary>Marks with which it does not count.</summary>
    public Marks Bars { get; init; }

    /// <summary>Characters of which one must stand before it; null for any.</summary>
    public string? Behind { get; init; }

    /// <summary>Whether it only reports the clause before it, which is looked at afresh.</summary>
    public bool Reports { get; init; }

    /// <summary>Whether it asks for something in the form of a question, or the question before it is nobody's to answer.</summary>
    public bool Asks { get; init; }

    /// <summary>Whether others ask it of the writer: a wish or a question before it is not the writer's.</summary>
    public bool IsOfOthers { get; init; }
}
