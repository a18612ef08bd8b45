using FeedbackLab.Analysis.Statistics.CrossTables;
using Microsoft.AspNetCore.Http;

namespace FeedbackLab.Viewer.Server;

/// <summary>A filter in an address: <c>in=year:2024&amp;in=@圏域:北</c>, the values of one attribute joined by "or", attributes by "and".</summary>
public static class FilterQuery
{
    /// <summary>The parameter's name.</summary>
    public const string Parameter = "in";

    private const char OwnAttribute = '@';

    /// <summary>The filter that an address names; what is none is left out.</summary>
    /// <param name="query">The query.</param>
    public static CrossFilter Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new CrossFilter(
        [
            .. query[Parameter].OfType<string>().Select(Read).OfType<(CrossAttribute Attribute, string Value)>()
                .GroupBy(c => c.Attribute)
                .Select(g => new CrossCondition(g.Key, [.. g.Select(c => c.Value).Distinct(StringComparer.Ordinal)])),
        ]);
    }

    /// <summary>A filter as parts of an address.</summary>
    /// <param name="filter">The filter.</param>
    public static IEnumerable<KeyValuePair<string, string?>> Parts(CrossFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter.Conditions.SelectMany(c => c.Values.Select(v => KeyValuePair.Create(Parameter, (string?)Part(c.Attribute, v))));
    }

    /// <summary>One value of an attribute as the parameter's value.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="value">The value.</param>
    public static string Part(CrossAttribute attribute, string value)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return Word(attribute) + ":" + value;
    }

    /// <summary>An attribute as a word of an address.</summary>
    /// <param name="attribute">The attribute.</param>
    public static string Word(CrossAttribute attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return attribute.Kind == CrossKind.Attribute ? OwnAttribute + Uri.EscapeDataString(attribute.Name) : attribute.Kind.ToString().ToLowerInvariant();
    }

    /// <summary>The attribute that a word of an address names; null for none.</summary>
    /// <param name="word">The word.</param>
    public static CrossAttribute? AttributeOf(string? word) => word switch
    {
        null or "" => null,
        [OwnAttribute, .. var name] => new CrossAttribute(CrossKind.Attribute, Uri.UnescapeDataString(name)),
        _ when word.All(char.IsAsciiLetter) && Enum.TryParse<CrossKind>(word, ignoreCase: true, out var kind) && kind != CrossKind.Attribute => new CrossAttribute(kind, string.Empty),
        _ => null,
    };

    private static (CrossAttribute Attribute, string Value)? Read(string part) =>
        part.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && AttributeOf(part[..colon]) is { } attribute ? (attribute, part[(colon + 1)..]) : null;
}
