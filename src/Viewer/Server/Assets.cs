using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FeedbackLab.Viewer.Server;

/// <summary>What browsers are sent beside pages: style sheets, scripts, the font. Embedded in the program, addressed by name and content.</summary>
/// <remarks>The address holds a hash of the content, so that browsers may keep it for good.</remarks>
public static class Assets
{
    /// <summary>Where they are served.</summary>
    public const string Root = "/assets/";

    private const string Prefix = "assets/";
    private const string FontCss = "noto-sans-jp.css";

    private static readonly FrozenDictionary<string, byte[]> Files = Read();

    private static readonly FrozenDictionary<string, string> AddressOf =
        Files.ToFrozenDictionary(f => f.Key, f => Root + Hashed(f.Key, f.Value), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Asset> ByAddress =
        Files.ToFrozenDictionary(f => AddressOf[f.Key], f => new Asset(f.Value, TypeOf(f.Key)), StringComparer.Ordinal);

    /// <summary>The address of an asset.</summary>
    /// <param name="name">Its file name in wwwroot.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static string Url(string name) =>
        AddressOf.TryGetValue(name, out var address) ? address : throw new ArgumentException($"There is no asset \"{name}\".", nameof(name));

    internal static async Task Serve(HttpContext context)
    {
        if (!ByAddress.TryGetValue(context.Request.Path.Value ?? string.Empty, out var asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = asset.Type;
        context.Response.ContentLength = asset.Bytes.Length;
        context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        await context.Response.Body.WriteAsync(asset.Bytes, context.RequestAborted);
    }

    private static FrozenDictionary<string, byte[]> Read()
    {
        var assembly = typeof(Assets).Assembly;
        var files = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(n => n[Prefix.Length..], n => Read(assembly, n), StringComparer.Ordinal);
        files[FontCss] = Encoding.UTF8.GetBytes(FontFaces(Encoding.UTF8.GetString(files[FontCss]), files));
        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static byte[] Read(System.Reflection.Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Hashed(string name, byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes), 0, 6);
        var dot = name.LastIndexOf('.');
        return $"{name[..dot]}.{hash}{name[dot..]}";
    }

    // The package's own sheet names its files relatively, and an older format beside each.
    private static string FontFaces(string css, Dictionary<string, byte[]> files)
    {
        const string Url = "url(./files/";
        var faces = new StringBuilder(css.Length);
        foreach (var line in css.Split('\n'))
        {
            var start = line.IndexOf(Url, StringComparison.Ordinal);
            var name = start < 0 ? null : line[(start + Url.Length)..line.IndexOf(')', start)];
            faces.Append(name is null ? line.Replace("'Noto Sans JP'", "'FeedbackLab Noto Sans JP'", StringComparison.Ordinal) : $"  src: url({Hashed(name, files[name])}) format('woff2');").Append('\n');
        }

        return faces.ToString();
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".woff2" => "font/woff2",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private sealed record Asset(byte[] Bytes, string Type);
}
