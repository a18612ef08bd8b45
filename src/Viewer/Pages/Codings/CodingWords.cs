using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Viewer.Server.Desk;

namespace FeedbackLab.Viewer.Pages.Codings;

/// <summary>The words of the pages on which people code.</summary>
/// <param name="language">The language of the user.</param>
public sealed class CodingWords(ScreenLanguage language)
{
    /// <summary>What the page is called.</summary>
    public string Title => language.Pick("コーディング", "Coding");

    /// <summary>What the page of the blind second coding is called.</summary>
    public string BlindTitle => language.Pick("見ないで付ける（二人目）", "Blind second coding");

    /// <summary>What the page of the agreement is called.</summary>
    public string AgreementTitle => language.Pick("二人の一致", "Agreement");

    /// <summary>What it is about.</summary>
    public string Lead => language.Pick(
        "プログラムがいちばん迷った意見から出ます。決めるたびに保存し、5 件ごとに学び直します。",
        "Comments that the program is least sure of come first. Every decision is kept at once; it learns from them after every five.");

    /// <summary>What a blind coding is.</summary>
    /// <param name="who">Who codes.</param>
    public string BlindLead(string who) => language.Pick(
        $"{who} さんが、コードブックだけを見て付けています。ほかの人の判断もプログラムの提案も出ません。いまの判断は変わりません。一致の度合い（κ）を測るためのものです。",
        $"{who} codes by the codebook alone, without what others decided or the program offers. Nothing that stands is changed: it is for measuring agreement (kappa).");

    /// <summary>How far one is.</summary>
    /// <param name="progress">It.</param>
    public string Progress(CodingProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return language.Pick(
            $"確かめた意見 {progress.Decided:N0} / {progress.Total:N0} 件（残り {progress.Left:N0}" + (progress.Later > 0 ? $"、うち「あとで」{progress.Later:N0}" : string.Empty) + "）",
            $"{progress.Decided:N0} of {progress.Total:N0} comments decided ({progress.Left:N0} left" + (progress.Later > 0 ? $", {progress.Later:N0} of them put off" : string.Empty) + ")");
    }

    /// <summary>Heading of the choices.</summary>
    public string Choose => language.Pick("当てはまるコード", "Codes that fit");

    /// <summary>On an offer that the program gives.</summary>
    public string Given => language.Pick("プログラムの提案", "proposed");

    /// <summary>Words that speak for an offer.</summary>
    public string Evidence => language.Pick("理由の語", "Because of");

    /// <summary>Where no word of the comment speaks for it.</summary>
    public string NoEvidence => language.Pick("決め手の語はありません", "no deciding word");

    /// <summary>The rule that gave an offer.</summary>
    public string Rule => language.Pick("ルール", "Rule");

    /// <summary>How near an offer is.</summary>
    /// <param name="score">The score.</param>
    public string Near(double score) => language.Pick("近さ ", "nearness ") + score.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>How sure the program is.</summary>
    /// <param name="margin">How far the best is ahead.</param>
    public string Margin(double margin) => language.Pick(
        $"1位と2位の近さの差 {margin.ToString("0.000", CultureInfo.InvariantCulture)}（小さいほど迷っています）",
        $"The first is {margin.ToString("0.000", CultureInfo.InvariantCulture)} nearer than the second (the smaller, the less sure)");

    /// <summary>Where nothing is offered.</summary>
    public string NoOffer => language.Pick("近いコードは見つかりませんでした。ほかのコードから選ぶか、「どのコードも合わない」を押してください。", "No code is near. Choose another one, or say that none fits.");

    /// <summary>Nearest coded comments.</summary>
    /// <param name="code">The code's name.</param>
    public string Grounds(string code) => language.Pick($"「{code}」と決めた意見のうち、これに近いもの", $"The nearest comments coded “{code}”");

    /// <summary>All other codes.</summary>
    public string Others => language.Pick("ほかのコード", "Other codes");

    /// <summary>The button that decides.</summary>
    public string Decide => language.Pick("決めて次へ", "Decide");

    /// <summary>The button for none.</summary>
    public string None => language.Pick("どのコードも合わない", "No code fits");

    /// <summary>The button that puts off.</summary>
    public string Later => language.Pick("あとで", "Later");

    /// <summary>The button that takes back.</summary>
    public string Undo => language.Pick("元に戻す", "Take back");

    /// <summary>Keys.</summary>
    public string Keys => language.Pick("キー: 1 2 3 で選ぶ・外す、Enter で決める、X でどれも合わない、S であとで、U で元に戻す", "Keys: 1 2 3 choose, Enter decides, X none fits, S later, U takes back");

    /// <summary>Keys of who codes blind.</summary>
    public string BlindKeys => language.Pick("キー: 1〜9 で選ぶ・外す、Enter で決める、X でどれも合わない、S であとで、U で元に戻す", "Keys: 1 to 9 choose, Enter decides, X none fits, S later, U takes back");

    /// <summary>Where nothing was chosen.</summary>
    public string ChooseFirst => language.Pick("コードを選んでから決めてください。どれも合わないときは「どのコードも合わない」を押します。", "Choose a code first, or say that none fits.");

    /// <summary>After an undo.</summary>
    public string TakenBack => language.Pick("一つ前の判断を取り消しました。もう一度決められます。", "Taken back. Decide again.");

    /// <summary>After a decision.</summary>
    /// <param name="codes">Names of the codes; empty for none.</param>
    public string Kept(string codes) => codes.Length == 0 ? language.Pick("保存しました: どのコードも合わない", "Kept: no code fits") : language.Pick($"保存しました: {codes}", $"Kept: {codes}");

    /// <summary>On a comment that is decided.</summary>
    /// <param name="who">By whom; may be empty.</param>
    public string Decided(string who) => who.Length == 0
        ? language.Pick("この意見は決めてあります。決め直すと、その判断に置き換わります。", "This comment is decided. Deciding again replaces that.")
        : language.Pick($"この意見は {who} さんが決めてあります。決め直すと、その判断に置き換わります。", $"This comment was decided by {who}. Deciding again replaces that.");

    /// <summary>On a comment to be looked at again.</summary>
    /// <param name="from">The code that was split.</param>
    /// <param name="to">What it became.</param>
    public string Reopened(string from, string to) => language.Pick($"見直し: 「{from}」が「{to}」に分かれました。", $"To look at again: “{from}” was split into {to}.");

    /// <summary>Where none is left.</summary>
    public string Finished => language.Pick("すべての意見を確かめました。", "Every comment is decided.");

    /// <summary>Where the comment is not there.</summary>
    public string Missing => language.Pick("その意見はありません。", "There is no such comment.");

    /// <summary>To the next one.</summary>
    public string Next => language.Pick("次の意見へ", "Next comment");

    /// <summary>Heading of the last decisions.</summary>
    public string Last => language.Pick("いま決めた意見", "Decided just now");

    /// <summary>Heading of what else there is.</summary>
    public string Second => language.Pick("二人で確かめる", "With a second person");

    /// <summary>What that is for.</summary>
    public string SecondNote => language.Pick(
        "別の人が、いまの判断を見ないで同じ意見に付けると、二人の一致（κ）を測れます。",
        "When another person codes the same comments without seeing the decisions, their agreement (kappa) can be measured.");

    /// <summary>Label of the name.</summary>
    public string Who => language.Pick("二人目の名前", "Name of the second person");

    /// <summary>Begins the blind coding.</summary>
    public string Begin => language.Pick("見ないで付けはじめる", "Begin");

    /// <summary>Back to the coding that stands.</summary>
    public string Back => language.Pick("ふつうのコーディングへ戻る", "Back to coding");

    /// <summary>To the agreement.</summary>
    public string See => language.Pick("一致を見る", "See the agreement");

    /// <summary>Where two have not coded the same.</summary>
    public string NoAgreement => language.Pick("二人以上が見た意見がまだありません。同じ意見を二人で確かめると、ここに一致の度合いが出ます。", "No comment was looked at by two people yet. When two have coded the same comments, their agreement stands here.");

    /// <summary>Who coded how much.</summary>
    public (string Who, string Comments, string Blind) Coders => (language.Pick("人", "Who"), language.Pick("決めた意見", "Comments decided"), language.Pick("見ないで付けた意見", "Coded blind"));

    /// <summary>What the job is called.</summary>
    public static Ingest.Corpus.BilingualText Preparing { get; } = new("コーディングの準備", "Making ready to code");

    /// <summary>Names joined.</summary>
    /// <param name="names">The names.</param>
    public string Join(IEnumerable<string> names) => string.Join(language.Pick("、", ", "), names);

    /// <summary>The three keys of the offers.</summary>
    public static ImmutableArray<string> OfferKeys { get; } = ["1", "2", "3"];
}
