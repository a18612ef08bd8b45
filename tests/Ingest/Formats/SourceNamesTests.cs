using System.Text;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Tests.Formats;

public sealed class SourceNamesTests
{
    private const string Name = "がくせい（ポプラ）.csv";

    private static readonly string Parted = Name.Normalize(NormalizationForm.FormD);

    [Fact]
    public void A_name_from_a_Mac_is_the_name_that_others_write() => Assert.Equal([Name], SourceNames.Of([Path.Combine("a", Parted)]));

    [Fact]
    public void Its_folder_tells_it_from_another_that_looks_the_same() =>
        Assert.Equal([$"a/{Name}", $"b/{Name}"], SourceNames.Of([Path.Combine("a", Parted), Path.Combine("b", Name)]));

    [Fact]
    public void Names_that_look_the_same_in_one_folder_are_counted()
    {
        var names = SourceNames.Of([Path.Combine("a", Name), Path.Combine("a", Parted)]);

        Assert.Equal(2, names.Distinct().Count());
        Assert.EndsWith("がくせい（ポプラ）（2）.csv", names[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Respondents_spelt_in_parts_are_one_with_the_others() => Assert.Equal("ひがしセンター", JapaneseText.Tidy("ひがし センター".Normalize(NormalizationForm.FormD)));

    [Fact]
    public void What_is_no_Unicode_stays_as_it_is() => Assert.Equal("\uD800か", JapaneseText.Composed("\uD800か"));
}
