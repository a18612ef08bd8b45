using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>The workspace's codebook with the codes of a project added that it does not have, told apart by their GUIDs.</summary>
internal sealed class ImportedCodes
{
    private readonly List<Code> _codes = [];
    private readonly Dictionary<Guid, int> _byId = [];
    private readonly Codebook? _present;
    private readonly string _name;

    public ImportedCodes(QdaProject project, ExchangeContent present, List<QdaLoss> losses)
    {
        _present = present.Codebook;
        _name = present.Codebook?.Name ?? project.Name;
        foreach (var code in present.Codebook?.Codes ?? [])
        {
            _byId[QdaCodebook.IdOf(code)] = _codes.Count;
            _codes.Add(code);
        }

        var taken = present.UsedIds.ToHashSet(StringComparer.Ordinal);
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in project.Codebook?.Codes ?? [])
        {
            var guid = QdaCodebook.IdOf(code);
            if (_byId.TryGetValue(guid, out var known))
            {
                renamed[code.Id] = _codes[known].Id;
                if (_codes[known].Name.Ja != code.Name.Ja || _codes[known].Definition.Ja != code.Definition.Ja)
                {
                    losses.Add(new QdaLoss(new BilingualText("ワークスペースと違う名前や定義のコード（ワークスペースのままにした）", "codes with another name or definition than in the workspace (left as there)"), code.Name.Ja));
                }

                continue;
            }

            var id = code.Id;
            for (var n = 2; !taken.Add(id); n++)
            {
                id = string.Create(CultureInfo.InvariantCulture, $"{code.Id}-{n}");
            }

            // Programs give their own GUIDs, so a code of the same name need not be the same; people tell.
            if (present.Codebook?.Codes.FirstOrDefault(c => CodeLookup.Folded(c.Name.Ja) == CodeLookup.Folded(code.Name.Ja)) is { } namesake)
            {
                losses.Add(new QdaLoss(
                    new BilingualText(
                        $"ワークスペースにあるコードと同じ名前の、別のコード（どちらも残した。同じものなら feedbacklab codebook merge {namesake.Id} {id} --into {namesake.Id}）",
                        $"other codes with the name of one of the workspace (both are kept; if they are the same: feedbacklab codebook merge {namesake.Id} {id} --into {namesake.Id})"),
                    code.Name.Ja));
            }

            renamed[code.Id] = id;
            _byId[guid] = _codes.Count;
            _codes.Add(code with
            {
                Id = id,
                ExchangeId = guid == NameGuid.Of(id) ? null : guid,
                Parent = code.Parent is { } parent ? renamed.GetValueOrDefault(parent, parent) : null,
            });
        }

        // Parts may stand before their parents.
        for (var i = present.Codebook?.Codes.Length ?? 0; i < _codes.Count; i++)
        {
            _codes[i] = _codes[i] with { Parent = _codes[i].Parent is { } parent ? renamed.GetValueOrDefault(parent, parent) : null };
        }
    }

    /// <summary>The id of the code with a GUID, which from now on comments can have; null where there is none, or the workspace's has to stay without.</summary>
    public string? Codable(Guid guid, List<QdaLoss> losses)
    {
        if (!_byId.TryGetValue(guid, out var at))
        {
            losses.Add(new QdaLoss(new BilingualText("コードブックにないコードのコーディング", "codings of codes that the codebook does not hold"), string.Empty));
            return null;
        }

        var code = _codes[at];
        if (!code.IsCodable)
        {
            if (at < (_present?.Codes.Length ?? 0))
            {
                losses.Add(new QdaLoss(new BilingualText("ワークスペースでは意見に付けられないコードのコーディング", "codings of codes that comments cannot have in the workspace"), code.Name.Ja));
                return null;
            }

            losses.Add(new QdaLoss(new BilingualText("付けられないはずなのに付いていたコード（付けられるコードにした）", "codes that were not codable and coded all the same (made codable)"), code.Name.Ja));
            _codes[at] = code with { IsCodable = true };
        }

        return _codes[at].Id;
    }

    /// <summary>The codebook's text; null where the workspace's stays as it is.</summary>
    public string? Yaml() => _codes.Count == (_present?.Codes.Length ?? 0) ? null : CodebookWriter.Yaml(new Codebook(_name, [.. _codes]));
}
