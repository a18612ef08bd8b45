using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Ingest.Formats;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>Reads projects of the exchange format REFI-QDA, as the programs of this field write them.</summary>
/// <remarks>Elements are known by their local names. What has no place here is a loss; what would not be safe, or contradicts itself, is refused.</remarks>
public sealed class QdaProjectReader
{
    private const int Deepest = 64;
    private const int MostCharacters = 200_000_000;
    private const string Internal = "internal://";

    private static readonly string[] Types = ["Text", "Boolean", "Integer", "Float", "Date", "DateTime"];

    private readonly QdaArchive _archive;
    private readonly ImmutableArray<QdaLoss>.Builder _losses = ImmutableArray.CreateBuilder<QdaLoss>();
    private readonly HashSet<Guid> _ids = [];
    private readonly Dictionary<Guid, Guid> _parts = [];

    private QdaProjectReader(QdaArchive archive) => _archive = archive;

    /// <summary>The project of an archive, and what of it has no place here.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="name">What the project is called where it does not say.</param>
    /// <exception cref="DefinitionException">It is no such project, or not a safe one; with the line of <c>project.qde</c>.</exception>
    public static (QdaProject Project, ImmutableArray<QdaLoss> Losses) Read(QdaArchive archive, string name)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(name);
        var reader = new QdaProjectReader(archive);
        return (reader.Project(Root(archive.Project()), name), reader._losses.ToImmutable());
    }

    private static XElement Root(byte[] file)
    {
        var root = QdaXml.Root(file, MostCharacters, Deepest, new BilingualText(
            "project.qde が XML として読めません（DTD のあるもの、大きすぎるものも読みません）。", "project.qde cannot be read as XML (nor is anything with a DTD, or too large)."));
        return root.Name.LocalName == "Project"
            ? root
            : throw Wrong(root, "REFI-QDA のプロジェクト（Project）ではありません。", "This is no REFI-QDA project (Project).");
    }

    private QdaProject Project(XElement root, string fallback)
    {
        var isOurs = (string?)root.Attribute("origin") == QdaCodebook.Origin;
        var name = (string?)root.Attribute("name") is { } given && !string.IsNullOrWhiteSpace(given) ? given : fallback;
        var codebook = Codebook(root, isOurs, name);
        var users = Parts(root, "Users").Where(u => Is(u, "User")).Select(u => new QdaUser(NewId(u), Named(u, (string?)u.Attribute("id") ?? string.Empty))).ToImmutableArray();
        var variables = Parts(root, "Variables").Where(v => Is(v, "Variable"))
            .Select(v => new QdaVariable(NewId(v), Named(v, "?"), Types.FirstOrDefault(t => t == (string?)v.Attribute("typeOfVariable")) ?? Types[0])).ToImmutableArray();
        var sources = Parts(root, "Sources").Select(s => Source(s, isOurs)).OfType<QdaSource>().ToImmutableArray();
        var notes = Notes(root, isOurs);
        var cases = Parts(root, "Cases").Where(c => Is(c, "Case")).Select(c => Case(c, isOurs)).ToImmutableArray();
        Lose(root, "Sets", "Set", "セット（コードや資料の組）", "sets of codes or sources");
        Lose(root, "Graphs", "Graph", "図（グラフ）", "graphs");
        Lose(root, "Links", "Link", "つながり（リンク）", "links");
        LoseDescription(root, "プロジェクトの説明", "description of the project");
        return new QdaProject(name, isOurs, Time(root, "creationDateTime"), Time(root, "modifiedDateTime"), users, codebook, variables, cases, sources, notes);
    }

    private Codebook? Codebook(XElement root, bool isOurs, string name)
    {
        if (Child(root, "CodeBook") is not { } book || Child(book, "Codes") is not { } list || Parts(list).All(c => !Is(c, "Code")))
        {
            return null;
        }

        var sets = Child(book, "Sets") is { } all ? Parts(all).Select(s => Named(s, "?")).ToList() : [];
        var reading = QdaCodebook.Of(list, isOurs, name, sets);
        foreach (var code in reading.Codebook.Codes)
        {
            _ids.Add(QdaCodebook.IdOf(code));
        }

        _losses.AddRange(reading.Losses.Select(l => new QdaLoss(l, string.Empty)));
        return reading.Codebook;
    }

    private QdaCase Case(XElement element, bool isOurs)
    {
        var name = Named(element, string.Empty);
        foreach (var _ in Parts(element).Where(e => Is(e, "CodeRef")))
        {
            _losses.Add(new QdaLoss(new BilingualText("ケース全体に付いたコード", "codes on whole cases"), name));
        }

        if (!isOurs)
        {
            LoseDescription(element, "ケースの説明", "descriptions of cases");
        }

        return new QdaCase(NewId(element), name, Values(element), Targets(element, "SourceRef"), Targets(element, "SelectionRef"));
    }

    private QdaSource? Source(XElement element, bool isOurs)
    {
        var name = Named(element, string.Empty);
        switch (element.Name.LocalName)
        {
            case "TextSource":
                return Text(element, name, isOurs);
            case "PDFSource" when Child(element, "Representation") is { } words:
                LoseSelections(element, "PDFSelection", name, "PDF のページ上の範囲", "areas of pages of PDFs");
                return Inner(element, words, name, isOurs);
            case "AudioSource" or "VideoSource" when Child(element, "Transcript") is { } words:
                _losses.Add(new QdaLoss(new BilingualText("音声・動画（書き起こしだけを取り込む）", "sound and films (only the transcript is taken in)"), name));
                LoseSelections(element, element.Name.LocalName == "AudioSource" ? "AudioSelection" : "VideoSelection", name, "音声・動画の区間", "stretches of sound and films");
                return Inner(element, words, name, isOurs);
            case "PictureSource" when Child(element, "TextDescription") is { } words:
                _losses.Add(new QdaLoss(new BilingualText("画像（説明文だけを取り込む）", "pictures (only their description is taken in)"), name));
                LoseSelections(element, "PictureSelection", name, "画像の範囲", "areas of pictures");
                return Inner(element, words, name, isOurs);
            case "PDFSource":
                return Lost(element, name, "文章の添えられていない PDF", "PDFs without their text");
            case "AudioSource" or "VideoSource":
                return Lost(element, name, "書き起こしのない音声・動画", "sound and films without a transcript");
            case "PictureSource":
                return Lost(element, name, "画像", "pictures");
            default:
                return Lost(element, name, $"知らない種類の資料 {element.Name.LocalName}", $"sources of an unknown kind, {element.Name.LocalName}");
        }
    }

    // The words of something that is no text: cases refer to the whole of it.
    private QdaSource? Inner(XElement element, XElement words, string name, bool isOurs)
    {
        var whole = Id(element, "guid") is { } own && own == Id(words, "guid") ? own : NewId(element);
        if (Text(words, name.Length > 0 ? name : Named(words, string.Empty), isOurs) is not { } text)
        {
            return null;
        }

        _parts[whole] = text.Id;
        return text with { Values = [.. text.Values, .. Values(element)] };
    }

    private QdaSource? Lost(XElement element, string name, string ja, string en)
    {
        _losses.Add(new QdaLoss(new BilingualText(ja, en), name));
        foreach (var coding in element.Descendants().Where(e => Is(e, "Coding")))
        {
            _losses.Add(new QdaLoss(new BilingualText("取り込めない資料に付いたコーディング", "codings of sources that are not taken in"), name));
        }

        NewId(element);
        return null;
    }

    private QdaSource? Text(XElement element, string name, bool isOurs)
    {
        if (Words(element, name) is not { } raw)
        {
            return Lost(element, name, "文章（プレーンテキスト）の入っていない資料", "sources without their plain text");
        }

        var id = NewId(element);
        var syncs = Parts(element).Where(e => Is(e, "SyncPoint") && Id(e, "guid") is not null && Number(e, "position") is not null)
            .GroupBy(e => Id(e, "guid")!.Value).ToDictionary(g => g.Key, g => Number(g.First(), "position")!.Value);
        var found = new List<(XElement Element, int Start, int End)>();
        foreach (var selection in Parts(element))
        {
            if (Is(selection, "PlainTextSelection"))
            {
                if (Number(selection, "startPosition") is { } start && Number(selection, "endPosition") is { } end)
                {
                    found.Add((selection, start, end));
                }
                else
                {
                    LoseSelection(selection, name, "位置（startPosition、endPosition）のない範囲", "selections without positions");
                }
            }
            else if (Is(selection, "TranscriptSelection"))
            {
                if (Id(selection, "fromSyncPoint") is { } from && Id(selection, "toSyncPoint") is { } to && syncs.TryGetValue(from, out var first) && syncs.TryGetValue(to, out var last))
                {
                    found.Add((selection, first, last));
                }
                else
                {
                    _losses.Add(new QdaLoss(new BilingualText("書き起こしのどこか分からない範囲", "stretches of transcripts whose place is not told"), name));
                }
            }
        }

        var text = SourceText.Of(raw, [.. found.Select(f => (Named(f.Element, string.Empty), f.Start, f.End, LineOf(f.Element)))]);
        for (var i = 0; i < text.Clipped; i++)
        {
            _losses.Add(new QdaLoss(new BilingualText("文章の終わりを越えていた範囲の端（文章の終わりまでにした）", "ends of stretches behind the end of the text (cut there)"), name));
        }

        foreach (var coding in Parts(element).Where(e => Is(e, "Coding")))
        {
            _losses.Add(new QdaLoss(new BilingualText("資料全体に付いたコーディング", "codings of whole sources"), name));
        }

        if (!isOurs)
        {
            LoseDescription(element, "資料の説明", "descriptions of sources");
            foreach (var (selection, _, _) in found)
            {
                LoseDescription(selection, "範囲に付いた説明", "descriptions of selections");
            }
        }

        return new QdaSource(
            id, name, isOurs ? Described(element) : string.Empty, text.Text,
            [.. found.Zip(text.Spans).Select(f => Selection(f.First.Element, f.Second, name, isOurs)).OfType<QdaSelection>()], Values(element));
    }

    private void LoseSelection(XElement element, string source, string ja, string en)
    {
        _losses.Add(new QdaLoss(new BilingualText(ja, en), source));
        _losses.AddRange(Parts(element).Where(e => Is(e, "Coding")).Select(_ => new QdaLoss(new BilingualText("取り込めない範囲に付いたコーディング", "codings of selections that are not taken in"), source)));
    }

    private QdaSelection? Selection(XElement element, TextSpan? place, string source, bool isOurs)
    {
        if (place is not { } span)
        {
            LoseSelection(element, source, "文章の外を指す範囲", "selections outside their text");
            return null;
        }

        var written = Parts(element).Where(e => Is(e, "Coding"))
            .Select(c => (Coding: c, Codes: Parts(c).Where(e => Is(e, "CodeRef")).Select(r => Id(r, "targetGUID")).OfType<Guid>().ToList())).ToList();
        _losses.AddRange(written.Where(c => c.Codes.Count == 0).Select(_ => new QdaLoss(new BilingualText("コードを指していないコーディング", "codings that refer to no code"), source)));
        var codings = written.SelectMany(c => c.Codes.Select(target => new QdaCoding(
            Id(c.Coding, "guid") ?? Guid.Empty, target, Id(c.Coding, "creatingUser") ?? Id(element, "creatingUser"), Time(c.Coding, "creationDateTime") ?? Time(element, "creationDateTime")))).ToImmutableArray();
        if (span.Start == span.End)
        {
            _losses.AddRange(codings.Select(_ => new QdaLoss(new BilingualText("長さのない範囲に付いたコーディング", "codings of empty selections"), source)));
            return null;
        }

        return new QdaSelection(NewId(element), Named(element, string.Empty), isOurs ? Described(element) : string.Empty, span, codings, Targets(element, "NoteRef"));
    }

    private string? Words(XElement element, string name)
    {
        if (Child(element, "PlainTextContent") is { } content)
        {
            return content.Value;
        }

        var path = (string?)element.Attribute("plainTextPath");
        if (string.IsNullOrWhiteSpace(path))
        {
            return null;
        }

        var isInternal = path.StartsWith(Internal, StringComparison.OrdinalIgnoreCase);
        if (!isInternal && path.Contains(':', StringComparison.Ordinal))
        {
            _losses.Add(new QdaLoss(new BilingualText("ファイルの外に置かれた文章", "texts that lie outside the file"), name));
            return null;
        }

        var file = (isInternal ? path[Internal.Length..] : path).TrimStart('/');
        file = file.StartsWith("sources/", StringComparison.OrdinalIgnoreCase) ? file["sources/".Length..] : file;
        if ((_archive.Source(file) ?? _archive.Source(Uri.UnescapeDataString(file))) is not { } bytes)
        {
            _losses.Add(new QdaLoss(new BilingualText("ファイルの中に見つからない文章", "texts that are not in the file"), name));
            return null;
        }

        try
        {
            // A byte order mark stays: some programs count it.
            return StrictUtf8.Of(bytes);
        }
        catch (ArgumentException)
        {
            return TextDecoder.Decode(name, bytes, null).Decoded?.Text;
        }
    }

    private ImmutableArray<QdaNote> Notes(XElement root, bool isOurs)
    {
        var notes = ImmutableArray.CreateBuilder<QdaNote>();
        foreach (var note in Parts(root, "Notes").Where(n => Is(n, "Note")))
        {
            var id = NewId(note);
            if (isOurs)
            {
                notes.Add(new QdaNote(id, Named(note, string.Empty), Described(note), Child(note, "PlainTextContent")?.Value ?? string.Empty));
            }
            else
            {
                _losses.Add(new QdaLoss(new BilingualText("メモ（ノート）", "notes"), Named(note, string.Empty)));
            }
        }

        return notes.ToImmutable();
    }

    private static ImmutableArray<QdaValue> Values(XElement element)
    {
        var values = ImmutableArray.CreateBuilder<QdaValue>();
        foreach (var value in Parts(element).Where(e => Is(e, "VariableValue")))
        {
            if (Child(value, "VariableRef") is { } variable && Id(variable, "targetGUID") is { } target
                && Parts(value).FirstOrDefault(e => !Is(e, "VariableRef") && e.Name.LocalName.EndsWith("Value", StringComparison.Ordinal)) is { } written)
            {
                values.Add(new QdaValue(target, written.Value));
            }
        }

        return values.ToImmutable();
    }

    private ImmutableArray<Guid> Targets(XElement element, string name) =>
        [.. Parts(element).Where(e => Is(e, name)).Select(e => Id(e, "targetGUID")).OfType<Guid>().Select(g => _parts.GetValueOrDefault(g, g))];

    private void Lose(XElement root, string container, string element, string ja, string en) =>
        _losses.AddRange(Parts(root, container).Where(e => Is(e, element)).Select(e => new QdaLoss(new BilingualText(ja, en), Named(e, string.Empty))));

    private void LoseSelections(XElement element, string kind, string name, string ja, string en) =>
        _losses.AddRange(Parts(element).Where(e => Is(e, kind)).Select(_ => new QdaLoss(new BilingualText(ja, en), name)));

    private void LoseDescription(XElement element, string ja, string en)
    {
        if (Described(element).Trim().Length > 0)
        {
            _losses.Add(new QdaLoss(new BilingualText(ja, en), Named(element, string.Empty)));
        }
    }

    // What can be referred to has a GUID of its own: one that is used twice, or missing, is made up, and told.
    private Guid NewId(XElement element)
    {
        var written = Id(element, "guid");
        if (written is { } id && _ids.Add(id))
        {
            return id;
        }

        var isTwice = written is not null;
        _losses.Add(new QdaLoss(
            isTwice ? new BilingualText("二度使われている guid（二つ目からは別のものにした）", "guids used twice (further ones got another)") : new BilingualText("guid のない要素（付けて取り込んだ）", "elements without a guid (they got one)"),
            Named(element, element.Name.LocalName)));
        var info = (IXmlLineInfo)element;
        var made = NameGuid.Of(string.Create(CultureInfo.InvariantCulture, $"{element.Name.LocalName} {info.LineNumber} {info.LinePosition} {(string?)element.Attribute("guid")}"));
        _ids.Add(made);
        return made;
    }

    private static string Described(XElement element) => Child(element, "Description")?.Value ?? string.Empty;

    private static string Named(XElement element, string fallback) => (string?)element.Attribute("name") is { } name && !string.IsNullOrWhiteSpace(name) ? name : fallback;

    // What is no GUID refers all the same: the GUID of its name.
    private static Guid? Id(XElement element, string attribute) => QdaXml.IdOf((string?)element.Attribute(attribute));

    private static int? Number(XElement element, string attribute) =>
        int.TryParse((string?)element.Attribute(attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Without a zone it is the time of nowhere in particular: UTC.
    private static DateTimeOffset? Time(XElement element, string attribute) =>
        DateTimeOffset.TryParse((string?)element.Attribute(attribute), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static bool Is(XElement element, string name) => element.Name.LocalName == name;

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static IEnumerable<XElement> Parts(XElement element) => element.Elements();

    private static IEnumerable<XElement> Parts(XElement root, string container) => Child(root, container)?.Elements() ?? [];

    private static DefinitionException Wrong(XElement element, string ja, string en) => new(LineOf(element), new BilingualText(ja, en));

    private static int LineOf(XElement element) => Math.Max(1, ((IXmlLineInfo)element).LineNumber);
}
