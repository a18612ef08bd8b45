using FeedbackLab.Analysis.Voices;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Tests.Reports.Settings;

public sealed class ReportSettingsWriterTests
{
    [Fact]
    public void What_is_written_is_read_again_as_it_was()
    {
        var settings = new ReportSettings
        {
            Title = "令和7年度: \"まとめ\" #1",
            Organisation = "○○連絡協議会",
            Foreword = "一行目\n二行目 {{題名}}\n- 三行目",
            Unit = "センター",
            Years = (2024, 2025),
            Themes = ["fee", "handover"],
            Map = "圏域",
            Include = [ReportPart.Summary, ReportPart.Method],
            Formats = [ReportFormat.Docx, ReportFormat.Json],
            Template = "council.docx",
            Voices = new VoiceOptions { Count = 5, Shortest = 10, Longest = 200, Dissent = false, Consent = string.Empty, Pinned = ["0123456789ab"], Banned = ["1"] },
        };
        Same(settings, ReportSettingsReader.Read(ReportSettingsWriter.Write(settings)));
        Same(ReportSettings.Default, ReportSettingsReader.Read(ReportSettingsWriter.Write(ReportSettings.Default)));
    }

    [Fact]
    public void The_same_settings_give_the_same_bytes() =>
        Assert.Equal(ReportSettingsWriter.Write(ReportSettings.Default), ReportSettingsWriter.Write(new ReportSettings()));

    private static void Same(ReportSettings expected, ReportSettings read)
    {
        Assert.Equal(
            (expected.Title, expected.Organisation, expected.Date, expected.Foreword, expected.Unit, expected.Years, expected.Map, expected.Template),
            (read.Title, read.Organisation, read.Date, read.Foreword, read.Unit, read.Years, read.Map, read.Template));
        Assert.Equal(expected.Themes, read.Themes);
        Assert.Equal(expected.Include, read.Include);
        Assert.Equal(expected.Formats, read.Formats);
        Assert.Equal(expected.Voices.Pinned, read.Voices.Pinned);
        Assert.Equal(expected.Voices.Banned, read.Voices.Banned);
        Assert.Equal(
            (expected.Voices.Count, expected.Voices.Shortest, expected.Voices.Longest, expected.Voices.Dissent, expected.Voices.Consent),
            (read.Voices.Count, read.Voices.Shortest, read.Voices.Longest, read.Voices.Dissent, read.Voices.Consent));
    }
}
