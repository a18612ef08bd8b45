using System.Buffers.Binary;
using System.Text;
using FeedbackLab.Ingest.Definitions;
using static FeedbackLab.Analysis.Tests.Exchange.ExchangeProjects;

namespace FeedbackLab.Analysis.Tests.Exchange;

public sealed class HostileArchiveTests
{
    private static readonly byte[] Project = Encoding.UTF8.GetBytes(Foreign(string.Empty));
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("話");

    [Theory]
    [InlineData("../project.qde")]
    [InlineData("sources/../../a.txt")]
    [InlineData("/etc/a.txt")]
    [InlineData("sources\\..\\..\\a.txt")]
    [InlineData("C:/a.txt")]
    public void Names_that_climb_out_are_refused(string name) => Refused("外のフォルダー", Zip(("project.qde", Project), ("sources/a.txt", Text), (name, Text)));

    [Theory]
    [InlineData("sources/a.txt")]
    [InlineData("Sources/A.txt")]
    [InlineData("PROJECT.QDE")]
    public void Two_files_of_one_name_are_refused(string name) => Refused("同じ名前", Zip(("project.qde", Project), ("sources/a.txt", Text), (name, Text)));

    [Fact]
    public void Too_many_files_are_refused() => Refused("多すぎます", Zip([("project.qde", Project), .. Enumerable.Range(0, 10_001).Select(i => ($"sources/{i}", Array.Empty<byte>()))]));

    [Fact]
    public void What_swells_is_refused_whatever_it_says_of_its_size()
    {
        var bomb = Zip(("project.qde", Project), ("sources/a.txt", new byte[30_000_000]));
        Refused("大きくなりすぎ", bomb);

        // The list of the archive says that it is small.
        var entry = bomb.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(entry + 24), 10);
        Assert.Throws<DefinitionException>(() => Read(bomb));
    }

    [Fact]
    public void A_film_of_any_size_is_not_unpacked() => Assert.Single(Read(Zip(("project.qde", Project), ("sources/a.txt", Text), ("sources/film.mp4", new byte[150_000_000]))).Project.Sources);

    [Fact]
    public void What_is_encrypted_is_refused()
    {
        var file = Zip(("project.qde", Project), ("sources/a.txt", Text));
        for (var at = file.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0 && at < file.Length;)
        {
            file[at + 8] |= 1;
            var next = file.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        Refused("暗号化", file);
    }

    [Fact]
    public void What_is_cut_off_damaged_or_no_archive_is_refused()
    {
        var file = Zip(("project.qde", Project), ("sources/a.txt", Text));
        Refused("ZIP として", file[..^40]);
        Refused("ZIP として", file[..100]);
        Refused("ZIP として", []);
        Refused("ZIP として", Encoding.UTF8.GetBytes("<Project/>"));
        var hurt = (byte[])file.Clone();
        Array.Fill(hurt, (byte)0xFF, 60, 60);
        Assert.Throws<DefinitionException>(() => Read(hurt));
        Refused("project.qde の入った", Zip(("a.txt", Text)));
        Refused("project.qde の入った", Zip(("a.qde", Project), ("b.qde", Project)));
    }

    [Fact]
    public void No_cut_and_no_flipped_byte_brings_anything_but_a_refusal_or_a_project()
    {
        var file = Zip(("project.qde", Project), ("sources/a.txt", Text));
        for (var i = 0; i < file.Length; i++)
        {
            var hurt = (byte[])file.Clone();
            hurt[i] ^= 0x5A;
            foreach (var bytes in new[] { hurt, file[..i] })
            {
                try
                {
                    Read(bytes);
                }
                catch (DefinitionException)
                {
                    // Told to the user.
                }
            }
        }
    }

    private static void Refused(string why, byte[] file)
    {
        var failure = Assert.Throws<DefinitionException>(() => Read(file));
        Assert.Contains(why, failure.What.Ja, StringComparison.Ordinal);
        Assert.NotEmpty(failure.What.En);
    }
}
