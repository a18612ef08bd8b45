using System.Reflection;

namespace FeedbackLab.Viewer.Commands;

/// <summary>The program's version.</summary>
internal static class ProgramVersion
{
    public static string Text =>
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
