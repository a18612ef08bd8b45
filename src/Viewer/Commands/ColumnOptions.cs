using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands;

/// <summary>The columns' roles as the user gives them: <c>--column HEADER=ROLE</c>.</summary>
/// <param name="Columns">The roles that were understood.</param>
/// <param name="Failures">What was not, one entry each.</param>
internal sealed record ColumnOptions(ImmutableArray<ColumnReading> Columns, ImmutableArray<BilingualText> Failures)
{
    public static ColumnOptions Parse(IEnumerable<string> values, ImmutableArray<BilingualText>.Builder failures)
    {
        var columns = ImmutableArray.CreateBuilder<ColumnReading>();
        foreach (var value in values)
        {
            var split = value.LastIndexOf('=');
            var role = Enum.GetValues<ColumnRole>().Cast<ColumnRole?>()
                .FirstOrDefault(r => split > 0 && FieldNames.Of(r!.Value) == value[(split + 1)..]);
            if (role is null)
            {
                failures.Add(new BilingualText(
                    $"--column {value} が分かりません。「列の見出し=役割」の形で、役割は text, respondent, question, year, attribute, ignore のどれかです。",
                    $"--column {value} is not understood. Write HEADER=ROLE, the role being text, respondent, question, year, attribute or ignore."));
                continue;
            }

            columns.Add(new ColumnReading(value[..split], role.Value));
        }

        return new ColumnOptions(columns.ToImmutable(), failures.ToImmutable());
    }
}
