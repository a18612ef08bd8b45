namespace FeedbackLab.Ingest.Formats;

/// <summary>Finds programs that are installed.</summary>
public static class InstalledProgram
{
    /// <summary>The file of a program: a bare name is looked for on the path only, never in the folder that the user happens to be in.</summary>
    /// <param name="program">A name to be found on the path, or a file.</param>
    /// <returns>Its full path; null where there is none.</returns>
    public static string? Find(string program)
    {
        if (Path.GetFileName(program) != program)
        {
            return File.Exists(program) ? Path.GetFullPath(program) : null;
        }

        var names = OperatingSystem.IsWindows() && !Path.HasExtension(program) ? new[] { program + ".exe" } : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => folder.Trim('"'))
            .Where(Path.IsPathFullyQualified)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
