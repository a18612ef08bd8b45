namespace FeedbackLab.Viewer.Tests;

/// <summary>Where the checkout that the tests run in is.</summary>
internal static class Repository
{
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "FeedbackLab.sln")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside a checkout.");
            }

            return folder.FullName;
        }
    }
}
