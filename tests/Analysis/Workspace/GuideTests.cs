namespace FeedbackLab.Analysis.Tests.Workspace;

public sealed class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Workspace", "Expected", "workspace.md"));

    [Fact]
    public void The_guide_names_every_table_view_and_column()
    {
        using var folder = new WorkspaceFolder();
        folder.Create().Dispose();
        var names = folder.Query("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'");
        Assert.Equal(21, names.Length);
        Assert.All(names, name => Assert.True(Guide.Contains($"`{name}`", StringComparison.Ordinal) || Guide.Contains($"## {name}\n", StringComparison.Ordinal), name));
        var columns = folder.Query("SELECT DISTINCT c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'");
        Assert.All(columns, column => Assert.True(Guide.Contains($"`{column}`", StringComparison.Ordinal), column));
    }
}
