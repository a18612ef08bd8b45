using System.Collections.Immutable;

namespace FeedbackLab.Viewer.Pages.Method;

/// <summary>A step on the way from files to themes.</summary>
/// <param name="Name">What is done.</param>
/// <param name="How">How, in one or two sentences.</param>
/// <param name="Sum">The count that goes in; it is what the parts add up to.</param>
/// <param name="SumName">What is counted.</param>
/// <param name="Parts">Where each of them goes: name, count, address of what is counted (null for none).</param>
/// <param name="Settings">The settings of the step: name and value.</param>
public sealed record MethodStep(
    string Name, string How, int Sum, string SumName, ImmutableArray<(string Name, int Count, string? Url)> Parts, ImmutableArray<(string Name, string Value)> Settings)
{
    /// <summary>Whether the parts add up.</summary>
    public bool AddsUp => Parts.IsEmpty || Parts.Sum(p => p.Count) == Sum;
}
