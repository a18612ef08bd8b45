using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Pages;

/// <summary>The pages in the order that people go through them. A new page adds its line here.</summary>
public static class Navigation
{
    /// <summary>All entries.</summary>
    public static readonly ImmutableArray<NavigationEntry> Entries =
    [
        new("/start", new("資料", "Sources")),
        new("/overview", new("概要", "Overview")),
        new("/themes", new("テーマ", "Themes")),
        new("/comments", new("意見", "Comments")),
        new("/search", new("検索", "Search")),
        new("/coding", new("コーディング", "Coding")),
        new("/compare", new("比較", "Compare")),
        new("/map", new("地図", "Map")),
        new("/network", new("ネットワーク", "Network")),
        new("/report", new("報告", "Report")),
        new("/method", new("分析の方法", "How it was analysed")),
    ];
}

/// <summary>An entry of the navigation.</summary>
/// <param name="Path">The page's path.</param>
/// <param name="Name">What it is called.</param>
public sealed record NavigationEntry(string Path, BilingualText Name);
