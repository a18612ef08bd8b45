namespace FeedbackLab.Viewer.Reports.Settings;

/// <summary>A format that a report is written in; its name in lower case is its file's ending.</summary>
public enum ReportFormat
{
    /// <summary>Word.</summary>
    Docx,

    /// <summary>Excel.</summary>
    Xlsx,

    /// <summary>PowerPoint.</summary>
    Pptx,

    /// <summary>One page for the browser, with every comment.</summary>
    Html,

    /// <summary>Markdown.</summary>
    Md,

    /// <summary>The themes and the quotations as tables.</summary>
    Csv,

    /// <summary>The report's content for other programs.</summary>
    Json,
}
