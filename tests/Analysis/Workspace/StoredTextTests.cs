using FeedbackLab.Analysis.Workspace;

namespace FeedbackLab.Analysis.Tests.Workspace;

public sealed class StoredTextTests
{
    [Fact]
    public void Hostile_text_comes_back_and_is_valid_while_stored()
    {
        Assert.All(HostileText.Table, text =>
        {
            var stored = StoredText.Encode(text);
            Assert.Equal(text, StoredText.Decode(stored));
            Assert.DoesNotContain('\0', stored);
            Assert.Equal(stored, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(stored)));
        });
    }

    [Fact]
    public void What_is_no_valid_text_is_marked()
    {
        Assert.Equal("前\uFFFFDC00後", StoredText.Encode("前\uDC00後"));
        Assert.Equal("\uFFFFD842", StoredText.Encode("\uD842"));
        Assert.Equal("\uFFFF0000", StoredText.Encode("\0"));
        Assert.Equal("\uFFFFFFFF", StoredText.Encode("\uFFFF"));
    }

    [Theory]
    [InlineData("送迎が足りない。")]
    [InlineData("𠮷野家 👩‍👩‍👧‍👦")]
    public void Valid_text_is_stored_as_it_is(string text) => Assert.Equal(text, StoredText.Encode(text));

    [Theory]
    [InlineData("\uFFFF")]
    [InlineData("\uFFFF12")]
    [InlineData("\uFFFFzzzz")]
    public void A_mark_without_digits_is_no_stored_text(string stored) => Assert.Throws<InvalidDataException>(() => StoredText.Decode(stored));
}
