using System.Collections.Immutable;

namespace FeedbackLab.Ingest.Layout;

/// <summary>What a labelled line of minutes holds.</summary>
public enum MeetingField
{
    /// <summary>Day and hours.</summary>
    Date,

    /// <summary>Where it took place.</summary>
    Venue,

    /// <summary>Who took part.</summary>
    Participants,

    /// <summary>Who was absent, or only listened.</summary>
    Absent,

    /// <summary>Topic or agenda.</summary>
    Topic,

    /// <summary>What was done.</summary>
    Content,

    /// <summary>What came out: comments follow.</summary>
    Result,

    /// <summary>The name of the meeting.</summary>
    Name,
}

/// <summary>The labels of minutes.</summary>
public static class MeetingFields
{
    /// <summary>Whether a label on a line of its own, without brackets or colon, is one.</summary>
    /// <param name="label">The label without white space.</param>
    public static bool StandsAlone(string label) =>
        label is "議事" or "議題" or "次第" or "結果" or "主な意見" or "出席者" or "欠席者" or "出席委員" or "欠席委員" || (KindOf(label) == MeetingField.Result && label.Length >= 4 && Talk.Any(w => label.Contains(w, StringComparison.Ordinal)));

    private static readonly ImmutableArray<string> Talk = ["議事", "協議", "審議", "会議", "発言", "質疑"];

    /// <summary>What a label stands for; null where it is no label of minutes.</summary>
    /// <param name="label">The label, white space inside does not matter.</param>
    public static MeetingField? KindOf(string label) => JapaneseText.WithoutSpaces(label) switch
    {
        "日時" or "開催日時" or "開催日" or "日程" or "期日" or "実施日" or "実施日時" or "開催年月日" or "開催期日" or "年月日" => MeetingField.Date,
        "場所" or "開催場所" or "会場" or "開催会場" or "実施場所" or "開催方法" => MeetingField.Venue,
        "出席者" or "参加者" or "参加人数" or "出席" or "参加" or "参加機関" or "参加者数" or "出席者数" or "参加団体" or "出席委員" or "参加状況" or "参集者" or "出席人数" or "参加数" => MeetingField.Participants,
        "欠席者" or "欠席" or "欠席委員" or "傍聴者" or "傍聴人" or "傍聴" => MeetingField.Absent,
        "議題" or "テーマ" or "議事" or "次第" or "主題" or "協議事項" or "協議題" or "検討事項" or "題目" or "案件" => MeetingField.Topic,
        "内容" or "実施内容" or "開催内容" or "概要" or "開催概要" => MeetingField.Content,
        "結果" or "議事概要" or "議事録" or "意見" or "主な意見" or "主な意見等" or "意見等" or "出された意見" or "協議内容" or "討議内容" or "要旨" or "意見交換" or "意見交換の結果" or "議事要旨" or "実施結果" or "協議結果" or "検討結果" or "成果" or "質疑応答" or "意見概要" or "話し合いの内容" or "まとめ" or "議事内容" or "議事の内容" or "議事の概要" or "議事経過" or "議事の経過" or "議事の結果" or "会議経過" or "会議の経過" or "会議結果" or "会議の結果" or "審議内容" or "審議経過" or "会議内容" or "会議の内容" or "会議の概要" or "主な発言" or "発言内容" or "発言要旨" or "主な質疑" or "質疑" or "質疑等" => MeetingField.Result,
        "会議名" or "名称" or "会議の名称" or "件名" => MeetingField.Name,
        _ => null,
    };
}
