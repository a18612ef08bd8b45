using System.Security.Cryptography;
using System.Text;

namespace FeedbackLab.Viewer.Server;

/// <summary>The secret that tells the user's own browser from every other program on the machine.</summary>
/// <remarks>
/// A port on loopback is open to everybody who is logged in there. The program opens the browser with the key in the address; the browser
/// keeps it as a cookie. It stays the same from run to run, so that a page that is open when the program is started again goes on.
/// </remarks>
internal sealed class AccessKey
{
    public const string Cookie = "feedbacklab-key";
    public const string Parameter = "key";

    private const string FileName = "access.key";
    private const int Bytes = 32;

    private readonly byte[] _hash;

    private AccessKey(string text) => (Text, _hash) = (text, Hash(text));

    /// <summary>The key: 64 hexadecimal digits.</summary>
    public string Text { get; }

    /// <summary>The user's key; made where there is none yet.</summary>
    /// <exception cref="IOException">It can be neither read nor written.</exception>
    /// <exception cref="UnauthorizedAccessException">It can be neither read nor written.</exception>
    public static AccessKey Of(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, FileName);
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: 2 * Bytes } kept)
        {
            return new AccessKey(kept);
        }

        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        stream.Write(Encoding.ASCII.GetBytes(key));
        return new AccessKey(key);
    }

    /// <summary>Whether a text is the key; how long that takes tells nothing about it.</summary>
    public bool Is(string? text) => text is not null && CryptographicOperations.FixedTimeEquals(_hash, Hash(text));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
