using System.Text;
using FeedbackLab.Ingest.Formats;

namespace FeedbackLab.Ingest.Tests.Formats;

public sealed class TextDecoderTests
{
    private const string Table = "意見番号,区分,担当\nc000,送迎,佐藤\nc001,賃金,鈴木\nc002,研修,高橋\n";

    [Theory]
    [InlineData(Table)]
    [InlineData("送迎,賃金")]
    [InlineData("意見ID,コード,誰が,状態\nc000,送迎,佐藤,承認\nc001,賃金,佐藤,承認\nc002,研修,佐藤,却下\n")]
    [InlineData("齋藤,髙橋,渡邊")]
    [InlineData("利用料の説明が難しい。")]
    public void Shift_jis_and_euc_jp_are_told_apart_with_kanji_alone_and_with_few_characters(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal(("cp932", text), Told(text, 932));
        if (!text.Contains('髙', StringComparison.Ordinal))
        {
            Assert.Equal(("euc-jp", text), Told(text, 51932));
        }
    }

    [Fact]
    public void Half_width_kana_among_other_letters_are_shift_jis()
    {
        const string Centres = "番号,名称\n1,ｱｶﾘｾﾝﾀｰ\n2,ﾊﾏﾍﾞｾﾝﾀｰ\n";
        Assert.Equal(("cp932", Centres), Told(Centres, 932));
    }

    [Theory]
    [InlineData(1251, "Вопросы и ответы участников опроса о работе центра, которые мы собрали.")]
    [InlineData(20866, "вопросы и ответы участников опроса о работе центра")]
    [InlineData(54936, "这是一个中文文件不是日文")]
    [InlineData(1252, "Le café était fermé, für Übung, à l'été déjà passé.")]
    public void Other_encodings_are_not_taken_for_japanese(int codePage, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Null(TextDecoder.Decode("x.csv", Encoding.GetEncoding(codePage).GetBytes(text), null).Decoded);
    }

    [Fact]
    public void A_long_korean_text_is_not_taken_for_kanji()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = string.Concat(Enumerable.Repeat("이용료 설명이 어렵다 송영이 부족하다 ", 30));
        Assert.Null(TextDecoder.Decode("x.csv", Encoding.GetEncoding(51949).GetBytes(text), null).Decoded);
    }

    [Fact]
    public void Utf_16_without_its_mark_is_known_by_its_words_or_told()
    {
        const string Words = "問1 困っていること\n車が足りない。\n";

        Assert.Equal(("utf-16", Words), Told(Words, 1200));
        var (decoded, problem) = TextDecoder.Decode("x.txt", Encoding.BigEndianUnicode.GetBytes(Words), null);
        Assert.Null(decoded);
        Assert.Contains("--encoding utf-16be", problem!.Remedy.Ja, StringComparison.Ordinal);
        Assert.Equal(Words, TextDecoder.Decode("x.txt", Encoding.BigEndianUnicode.GetBytes(Words), "utf-16be").Decoded?.Text);
        Assert.Null(TextDecoder.Decode("x.txt", [0x89, 0x50, 0, 1, 0, 0, 0x4e, 0x47], null).Decoded);
    }

    private static (string?, string?) Told(string text, int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (decoded, _) = TextDecoder.Decode("表.csv", Encoding.GetEncoding(codePage).GetBytes(text), null);
        return (decoded?.Encoding, decoded?.Text);
    }
}
