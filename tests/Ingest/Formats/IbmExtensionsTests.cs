using System.Text;
using FeedbackLab.Ingest.Formats;

namespace FeedbackLab.Ingest.Tests.Formats;

public sealed class IbmExtensionsTests
{
    [Theory]
    [InlineData("EEE0", "髙")]
    [InlineData("ED95", "﨑")]
    [InlineData("ED40", "纊")]
    [InlineData("EEEC", "黑")]
    [InlineData("EEEF", "ⅰ")]
    [InlineData("EEFA", "￤")]
    [InlineData("FBFC", "髙")]
    public void Characters_are_read_from_both_places(string hex, string expected)
    {
        // Enough plain Japanese around it for the encoding to be told.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var words = Encoding.GetEncoding(932).GetBytes("担当のかたが替わり、引継ぎが遅れました。");
        byte[] bytes = [.. words, .. Convert.FromHexString(hex), .. words];
        var (decoded, problem) = TextDecoder.Decode("回答.csv", bytes, null);
        Assert.Null(problem);
        Assert.Contains("。" + expected + "担", decoded!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trail_byte_that_looks_like_a_lead_is_left_alone()
    {
        var bytes = Convert.FromHexString("8BED8BEE41EDFF");
        Assert.Equal(bytes, IbmExtensions.Unify(bytes));
    }
}
