using System.Collections.Immutable;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Imports;

namespace FeedbackLab.Viewer.Tests.Server;

/// <summary>Names of files that come in and go out.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("テーマを挙げた回答者の数", "テーマを挙げた回答者の数.svg")]
    [InlineData("a/b\\c:d*e?\"<>|", "a_b_c_d_e.svg")]
    [InlineData("..\u202egpj.exe\n", "gpj_exe.svg")]
    [InlineData("", "feedbacklab.svg")]
    [InlineData("CON", "feedbacklab_CON.svg")]
    [InlineData("=cmd|' /C calc'!A0", "cmd_C_calc_A0.svg")]
    public void A_download_has_a_name_that_every_system_takes(string title, string name) => Assert.Equal(name, DownloadName.Of(title, "svg"));

    [Theory]
    [InlineData("回答 R7.xlsx", "回答 R7.xlsx")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\fakepath\\調査.csv", "調査.csv")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    [InlineData("\u202evsc.txt", "_vsc.txt")]
    [InlineData("NUL.csv", "_NUL.csv")]
    [InlineData("a\0b.csv", "a_b.csv")]
    public void A_staged_file_stays_in_its_folder(string? given, string name) =>
        Assert.Equal(name, StagedName.Of(given, ImmutableHashSet<string>.Empty));

    [Fact]
    public void Two_files_of_one_name_are_both_kept() =>
        Assert.Equal("調査 (2).csv", StagedName.Of("調査.csv", ImmutableHashSet.Create("調査.csv")));

    [Fact]
    public void A_name_of_any_length_is_cut_between_characters()
    {
        var name = StagedName.Of(string.Concat(Enumerable.Repeat("𠮷", 300)) + ".csv", ImmutableHashSet<string>.Empty);
        Assert.Equal(string.Concat(Enumerable.Repeat("𠮷", 60)) + ".csv", name);
    }

    [Theory]
    [InlineData("", ".csv")]
    [InlineData("回答.", "")]
    public void A_long_name_fits_into_the_bytes_that_a_system_takes(string before, string after)
    {
        var given = before + new string('あ', 300) + after;
        var first = StagedName.Of(given, ImmutableHashSet<string>.Empty);
        var second = StagedName.Of(given, ImmutableHashSet.Create(first));
        Assert.All([first, second], n => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(n), 200, 255));
        Assert.All([first, second], n => Assert.EndsWith(after, n, StringComparison.Ordinal));
        Assert.NotEqual(first, second);
    }
}
