using System.Globalization;
using System.Text;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Pdf;

namespace FeedbackLab.Ingest.Tests.Formats.Pdf;

public sealed class PdfReaderTests
{
    private const string Missing = "pdftotext (poppler-utils) is not installed here.";

    private static bool Installed { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "pdftotext.exe" : "pdftotext")));

    [Fact]
    public void Pages_are_ended_by_form_feeds_and_blank_lines_are_kept()
    {
        var text = Text("answers.pdf");

        var pages = text.Split('\f');
        Assert.Equal(4, pages.Length);
        Assert.Equal("", pages[3]);
        Assert.StartsWith("聞き取りのまとめ（令和６年度）\n\nひなた相談室\n・雨の日は", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_and_cells_side_by_side_are_not_mixed_into_sentences()
    {
        var words = string.Concat(Text("answers.pdf").Where(c => !char.IsWhiteSpace(c)));

        Assert.Contains("・左の段の一つめの意見で、窓口の開いている曜日が分かりにくいと書いてある。・左の段の二つめの意見で、", words, StringComparison.Ordinal);
        Assert.Contains("・右の段の一つめの意見で、見学の申し込みを紙でも受けてほしいと書いてある。", words, StringComparison.Ordinal);
        Assert.Contains("職員が朝の様子をよく見ていて、早めに休むよう声をかけてくれる。連絡帳に書いたことが、", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_password_is_said_to_have_one()
    {
        Assert.SkipUnless(Installed, Missing);

        var reading = PdfReader.Read("locked.pdf", TestFiles.Bytes("locked.pdf"), new PdfOptions());

        Assert.Null(reading.Text);
        Assert.Contains("password", Assert.Single(reading.Problems).What.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "permit")]
    [InlineData(1, "damaged")]
    [InlineData(99, "damaged")]
    public void What_the_program_ends_with_becomes_a_message(int code, string word)
    {
        using var folder = new Folder();

        var reading = PdfReader.Read("a.pdf", HandMadePdf("x"), new PdfOptions { Program = Script(folder, $"exit {code}") });

        Assert.Null(reading.Text);
        Assert.Contains(word, Assert.Single(reading.Problems).What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_off_half_way_is_damaged()
    {
        Assert.SkipUnless(Installed, Missing);

        var reading = PdfReader.Read("cut.pdf", TestFiles.Bytes("answers.pdf")[..20000], new PdfOptions());

        Assert.Null(reading.Text);
        Assert.Contains("damaged", Assert.Single(reading.Problems).What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_an_unreadable_page_is_read_with_a_notice()
    {
        Assert.SkipUnless(Installed, Missing);
        var damaged = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(TestFiles.Bytes("answers.pdf")).Replace("/Kids[ 1 0 R", "/Kids[ 9 0 R", StringComparison.Ordinal));

        var reading = PdfReader.Read("damaged.pdf", damaged, new PdfOptions());

        Assert.Contains("表の頁", reading.Text, StringComparison.Ordinal);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(ProblemSeverity.Notice, problem.Severity);
        Assert.Contains("pages may be missing", problem.What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_Japanese_data_of_the_program_is_an_error_that_names_the_package()
    {
        using var folder = new Folder();
        var program = Script(folder, "echo \"Syntax Error: Missing language pack for 'Adobe-Japan1' mapping\" >&2; printf '1 2 3 abcdef\\f'");

        var reading = PdfReader.Read("a.pdf", HandMadePdf("x"), new PdfOptions { Program = program });

        Assert.Null(reading.Text);
        Assert.Contains("poppler-data", Assert.Single(reading.Problems).Remedy.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_without_text_need_text_recognition()
    {
        Assert.SkipUnless(Installed, Missing);

        var reading = PdfReader.Read("scan.pdf", HandMadePdf("", "1", "2"), new PdfOptions());

        Assert.Null(reading.Text);
        var problem = Assert.Single(reading.Problems);
        Assert.Contains("3 ページ", problem.What.Ja, StringComparison.Ordinal);
        Assert.Contains("OCR", problem.Remedy.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_among_pages_of_text_is_a_notice_with_the_number_of_pages()
    {
        Assert.SkipUnless(Installed, Missing);

        var reading = PdfReader.Read("half.pdf", HandMadePdf("We would like to have longer opening hours", ""), new PdfOptions());

        Assert.StartsWith("We would like", reading.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 2 pages", Assert.Single(reading.Problems).What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_program_is_answered_with_how_to_install_it_on_each_system()
    {
        var reading = PdfReader.Read("a.pdf", HandMadePdf("x"), new PdfOptions { Program = "no-such-program-here" });

        Assert.Null(reading.Text);
        var remedy = Assert.Single(reading.Problems).Remedy;
        Assert.All(new[] { "Windows", "brew install poppler", "apt install poppler-utils" }, words => Assert.Contains(words, remedy.Ja, StringComparison.Ordinal));
        Assert.All(new[] { "Windows", "brew install poppler", "apt install poppler-utils" }, words => Assert.Contains(words, remedy.En, StringComparison.Ordinal));
    }

    [Fact]
    public void A_program_that_hangs_is_killed_with_its_children()
    {
        using var folder = new Folder();
        var program = Script(folder, "sleep 47 & echo $! > \"$0.child\"; wait");

        var reading = PdfReader.Read("slow.pdf", HandMadePdf("x"), new PdfOptions { Program = program, TimeLimit = TimeSpan.FromSeconds(1) });

        Assert.Null(reading.Text);
        Assert.Contains("1 秒", Assert.Single(reading.Problems).What.Ja, StringComparison.Ordinal);
        var child = File.ReadAllText(program + ".child").Trim();
        Assert.True(SpinWait.SpinUntil(() => !File.Exists($"/proc/{child}/cmdline") || File.ReadAllBytes($"/proc/{child}/cmdline").Length == 0, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void Output_without_end_is_refused()
    {
        using var folder = new Folder();
        var program = Script(folder, "exec yes");

        var reading = PdfReader.Read("long.pdf", HandMadePdf("x"), new PdfOptions { Program = program });

        Assert.Null(reading.Text);
        Assert.Contains("200 MB", Assert.Single(reading.Problems).What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Complaints_without_end_do_not_block_the_program()
    {
        using var folder = new Folder();
        var program = Script(folder, "head -c 3000000 /dev/zero >&2; printf '窓口の時間を延ばしてほしい。\\n\\f'");

        var reading = PdfReader.Read("noisy.pdf", HandMadePdf("x"), new PdfOptions { Program = program, TimeLimit = TimeSpan.FromSeconds(20) });

        Assert.Equal("窓口の時間を延ばしてほしい。\n\f", reading.Text);
    }

    [Fact]
    public void A_file_name_never_reaches_a_shell_and_nothing_is_left_in_the_temporary_folder()
    {
        using var folder = new Folder();
        var program = Script(folder, "printf '%s\\n' \"$@\" > \"$0.arguments\"; printf '窓口の時間\\f'");

        PdfReader.Read("$(touch x);`id`.pdf", HandMadePdf("x"), new PdfOptions { Program = program });

        var arguments = File.ReadAllLines(program + ".arguments");
        Assert.Equal(["-layout", "-enc", "UTF-8", "-"], [.. arguments[..3], arguments[4]]);
        Assert.False(File.Exists(arguments[3]));
        Assert.False(Directory.Exists(Path.GetDirectoryName(arguments[3])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ただの文字の入ったファイル")]
    [InlineData("PK\u0003\u0004")]
    public void What_is_no_pdf_is_refused_without_running_anything(string content)
    {
        var reading = PdfReader.Read("a.pdf", Encoding.UTF8.GetBytes(content), new PdfOptions { Program = "no-such-program-here" });

        Assert.Null(reading.Text);
        Assert.DoesNotContain("poppler", Assert.Single(reading.Problems).Remedy.En, StringComparison.Ordinal);
    }

    private static string Text(string name)
    {
        Assert.SkipUnless(Installed, Missing);
        var reading = PdfReader.Read(name, TestFiles.Bytes(name), new PdfOptions());
        Assert.Empty(reading.Problems);
        return reading.Text!;
    }

    private static string Script(Folder folder, string body)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for the program is a shell script.");
        var path = folder.Write("stand-in", "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    /// <summary>A PDF of pages with at most one line of Latin letters each.</summary>
    private static byte[] HandMadePdf(params string[] pages)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        void add(string content)
        {
            places.Add(pdf.Length);
            pdf.Append(places.Count).Append(" 0 obj\n").Append(content).Append("\nendobj\n");
        }

        add("<</Type/Catalog/Pages 2 0 R>>");
        add($"<</Type/Pages/Count {pages.Length}/Kids[{string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"))}]>>");
        add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        foreach (var (words, i) in pages.Select((words, i) => (words, i)))
        {
            add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {5 + (2 * i)} 0 R>>");
            var content = $"BT /F 12 Tf 72 720 Td ({words}) Tj ET";
            add($"<</Length {content.Length}>>\nstream\n{content}\nendstream");
        }

        var table = pdf.Length;
        pdf.Append("xref\n0 ").Append(places.Count + 1).Append("\n0000000000 65535 f \n");
        places.ForEach(place => pdf.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer <</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
