namespace FeedbackLab.Viewer.Tests;

/// <summary>Compares with a file under <c>Expected/</c>; <c>ACCEPT=1</c> rewrites it, never in CI.</summary>
internal static class ExpectedFile
{
    public static void Matches(string actual, params string[] path)
    {
        var file = Path.Combine([Repository.Root, "tests", "Viewer", .. path]);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.ReadAllText(file), actual);
    }
}
