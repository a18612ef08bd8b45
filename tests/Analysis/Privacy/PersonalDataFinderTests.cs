using FeedbackLab.Analysis.Privacy;
using Xunit.Sdk;

namespace FeedbackLab.Analysis.Tests.Privacy;

/// <summary>Measured on sentences of our own in which what points at somebody is marked; docs/methods/privacy.md says how they came about.</summary>
public sealed class PersonalDataFinderTests
{
    private static readonly PersonalDataFinder Finder = new(PrivacyWords.Default);

    [Theory]
    [InlineData("利用者さんとお母さん、職員さんに話した。")]
    [InlineData("同様に多様な仕様の様子を見た。委員会と会長会。")]
    [InlineData("Ａさん、B社、Ｃセンター、K氏の事例。")]
    [InlineData("厚生労働省、千葉県、関東のハローワークと就労移行支援事業所、当センター。")]
    [InlineData("家族でゆっくりできる施設がある。北海道旅行に行きたい。スマートフォンを毎日使う。")]
    [InlineData("「在職者交流会」と「企業見学会」を開いた。職場のみなさんと事業所のなかで話す。")]
    [InlineData("令和3年4月1日、第12条第3号、3年6か月、手帳を取得。")]
    [InlineData("日常生活圏域と障害保健福祉圏域、隣接圏域、各圏域で話した。")]
    public void What_points_at_nobody_is_not_found(string text) => Assert.Empty(Finder.Find(text));

    [Theory]
    [InlineData("汐匝圏域では移行支援事業所が密に連携している。", "汐匝")]
    [InlineData("会議は習志野圏域と汐匝圏域で開いた。", "汐匝")]
    public void A_district_is_found_though_the_dictionary_does_not_know_it(string text, string name) =>
        Assert.Contains(Finder.Find(text), m => m.Kind == PersonalDataKind.Locality && text[m.Span.Start..m.Span.End] == name);

    [Fact]
    public void Spans_are_those_of_the_untouched_text()
    {
        const string Text = "ﾀﾅｶさんは㈱みどり食品（０３－１２３４－５６７８）";
        var found = Finder.Find(Text);
        Assert.Equal("ﾀﾅｶ", Text[found[0].Span.Start..found[0].Span.End]);
        Assert.Contains(found, m => Text[m.Span.Start..m.Span.End] == "０３－１２３４－５６７８");
    }

    [Fact]
    public void Mentions_are_in_order_and_do_not_overlap()
    {
        foreach (var text in HostileText.Table.Concat(MarkedSentence.Read("sentences.txt").Select(s => s.Text)))
        {
            var end = 0;
            foreach (var mention in Finder.Find(text))
            {
                Assert.True(mention.Span.Start >= end && mention.Span.End > mention.Span.Start && mention.Span.End <= text.Length);
                end = mention.Span.End;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Floors))]
    public void Recall_and_precision_stay_where_they_were_measured(string file, string kinds, double recall, double precision)
    {
        var (found, marked, right, all) = (0, 0, 0, 0);
        foreach (var sentence in MarkedSentence.Read(file))
        {
            var mentions = Finder.Find(sentence.Text);
            foreach (var (start, end, kind) in sentence.Marks.Where(m => kinds.Contains(m.Kind.ToString(), StringComparison.Ordinal)))
            {
                marked++;
                found += Enumerable.Range(start, end - start).All(i => mentions.Any(m => m.Span.Start <= i && i < m.Span.End)) ? 1 : 0;
            }

            foreach (var mention in mentions.Where(m => kinds.Contains(m.Kind.ToString(), StringComparison.Ordinal)))
            {
                all++;
                right += sentence.Marks.Any(m => m.Start < mention.Span.End && mention.Span.Start < m.End) ? 1 : 0;
            }
        }

        if ((double)found / marked < recall || (double)right / all < precision)
        {
            throw new XunitException($"{kinds}: recall {found}/{marked}, precision {right}/{all}");
        }
    }

    public static TheoryData<string, string, double, double> Floors() => new()
    {
        { "sentences.txt", "Person", .99, .99 },
        { "sentences.txt", "Office Company", .99, .99 },
        { "sentences.txt", "Phone Mail BirthDate Number", .99, .98 },
        { "sentences.txt", "Locality", .98, .95 },
        { "sentences-unseen.txt", "Person", .98, .98 },
        { "sentences-unseen.txt", "Office Company", .98, .98 },
        { "sentences-unseen.txt", "Phone Mail BirthDate Number", .99, .98 },
        { "sentences-fresh.txt", "Person", .99, .98 },
        { "sentences-fresh.txt", "Office Company", .88, .98 },
        { "sentences-fresh.txt", "Phone Mail BirthDate Number", .99, .98 },
        { "sentences-fresh-2.txt", "Person", .99, .98 },
        { "sentences-fresh-2.txt", "Office Company", .88, .98 },
    };
}
