using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports;

namespace FeedbackLab.Viewer.Commands;

/// <summary>The columns' roles as the user gives them: <c>--column HEADER=ROLE</c>.</summary>
/// <param name="Columns">The roles that were understood.</param>
/// <param name="Failures">What was not, one entry each.</param>
internal sealed record ColumnOptions(ImmutableArray<ColumnReading> Columns, ImmutableArray<BilingualText> Failures)
{
    private static readonly ImmutableArray<ColumnRole> Roles = [.. Enum.GetValues<ColumnRole>()];

    /// <summary>A role as it is shown, and may be given back.</summary>
    public static string NameOf(ColumnRole role, ScreenLanguage language) => language == ScreenLanguage.Japanese ? TypeWords.Of(role).Ja : FieldNames.Of(role);

    public static ColumnOptions Parse(IEnumerable<string> values, ImmutableArray<BilingualText>.Builder failures)
    {
        var columns = ImmutableArray.CreateBuilder<ColumnReading>();
        foreach (var value in values)
        {
            var split = value.LastIndexOf('=');
            var role = Roles.Cast<ColumnRole?>()
                .FirstOrDefault(r => split > 0 && value[(split + 1)..].Trim() is var name && (FieldNames.Of(r!.Value) == name || TypeWords.Of(r.Value).Ja == name));
            if (role is null)
            {
                failures.Add(new BilingualText(
                    $"--column {value} が分かりません。「列の見出し=役割」の形で、役割は {string.Join('、', Roles.Select(r => $"{FieldNames.Of(r)}（{TypeWords.Of(r).Ja}）"))} のどれかです。",
                    $"--column {value} is not understood. Write HEADER=ROLE, the role being one of {string.Join(", ", Roles.Select(FieldNames.Of))}."));
                continue;
            }

            columns.Add(new ColumnReading(value[..split], role.Value));
        }

        return new ColumnOptions(columns.ToImmutable(), failures.ToImmutable());
    }
}
