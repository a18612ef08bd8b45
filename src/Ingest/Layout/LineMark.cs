namespace FeedbackLab.Ingest.Layout;

/// <summary>What a line starts with.</summary>
public enum MarkKind
{
    /// <summary>Nothing: running words.</summary>
    None,

    /// <summary>A bullet without a number: ・ ● ○ ■ -, or the private character that a symbol font's bullet becomes in text out of a PDF.</summary>
    Bullet,

    /// <summary>A number: ① (1) １． ア．.</summary>
    Number,

    /// <summary>A heading in brackets that takes the whole line: ＜…＞ 【…】.</summary>
    Bracket,

    /// <summary>A label with its value: 【開催場所】…, 日時：….</summary>
    Field,

    /// <summary>A footnote: ※….</summary>
    Note,

    /// <summary>A speaker with the remark: ○山田座長　…, （事務局）….</summary>
    Speaker,
}

/// <summary>The start of a line taken apart.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Style">The bullet's sign, the form of the number (<c>①</c>, <c>(1)</c>, <c>1.</c> …) or the opening bracket; empty for running words.</param>
/// <param name="Number">The number, 1-based; 0 where there is none.</param>
/// <param name="Label">The field's or speaker's name, white space removed, or the bracketed words; empty otherwise.</param>
/// <param name="Body">The words after the mark, trimmed.</param>
public readonly record struct LineMark(MarkKind Kind, string Style, int Number, string Label, string Body);
