using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>The GUIDs of what a project holds: made from what it is, so that the same has the same one in every export.</summary>
internal static class ExchangeIds
{
    public static Guid Respondent { get; } = NameGuid.Of("variable/respondent");

    public static Guid Year { get; } = NameGuid.Of("variable/year");

    public static Guid Attribute(string name) => NameGuid.Of("variable/attribute/" + name);

    public static Guid Person(string name) => NameGuid.Of("user/" + name);

    /// <summary>A program that only proposed.</summary>
    public static Guid Program(string name) => NameGuid.Of("program/" + name);

    public static Guid Source(string key) => NameGuid.Of("source/" + key);

    public static Guid Comment(string id, int repeat) => NameGuid.Of(repeat == 0 ? "comment/" + id : string.Create(CultureInfo.InvariantCulture, $"comment/{id}#{repeat + 1}"));

    public static Guid LeftOut(string key, int place) => NameGuid.Of(string.Create(CultureInfo.InvariantCulture, $"leftout/{key}/{place}"));

    public static Guid Evidence(string comment, TextSpan span) => NameGuid.Of(string.Create(CultureInfo.InvariantCulture, $"evidence/{comment}/{span.Start}-{span.End}"));

    public static Guid Coding(string comment, string code, string who, TextSpan? span) =>
        NameGuid.Of(string.Create(CultureInfo.InvariantCulture, $"coding/{comment}/{span?.Start}-{span?.End}/{code}/{who}"));

    public static Guid Case(string values) => NameGuid.Of("case/" + values);

    public static Guid Meeting(string id) => NameGuid.Of("meeting/" + id);
}
