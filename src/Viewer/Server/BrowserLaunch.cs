using System.ComponentModel;
using System.Diagnostics;

namespace FeedbackLab.Viewer.Server;

/// <summary>Opens the user's browser.</summary>
internal static class BrowserLaunch
{
    /// <summary>Whether it could be started.</summary>
    public static bool Open(Uri address)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true }
            : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address.AbsoluteUri]) { RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start);
            return true;
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }
}
