using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes.Rules;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>What people do to the codes of a codebook; each gives the codebook that comes of it, with the step for the ledger.</summary>
/// <remarks>
/// Ids never change their meaning: what is split, or merged into something new, gets new ones. Every operation throws
/// <see cref="DefinitionException"/> where it cannot be done: an unknown code, an id that is taken, too few codes.
/// </remarks>
public static class CodebookOperations
{
    /// <summary>The code under another name; it means what it meant.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="id">The code's id.</param>
    /// <param name="name">Its new name.</param>
    public static CodebookRevision Rename(Codebook codebook, string id, BilingualText name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var code = Find(codebook, id);
        return code.Name == name
            ? throw Wrong($"「{id}」の名前はもう「{name.Ja}」です。", $"\"{id}\" is called \"{name.En}\" already.")
            : Revision(With(codebook, code, code with { Name = RequireName(name, codebook, [id]) }), CodeOperation.Renamed, [id], [id]);
    }

    /// <summary>Several codes as one, at the place of the first; codes under them are under it, and rules that refer to them refer to it.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="ids">The codes' ids, two at least.</param>
    /// <param name="into">The code that they become: one of them (its own words stay as given), or one with a new id.</param>
    public static CodebookRevision Merge(Codebook codebook, ImmutableArray<string> ids, Code into)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(into);
        var from = ids.Distinct(StringComparer.Ordinal).Select(id => Find(codebook, id)).ToList();
        if (from.Count < 2)
        {
            throw Wrong("まとめるコードを二つ以上指定してください。", "Name two codes or more to merge.");
        }

        if (!ids.Contains(into.Id))
        {
            RequireFree(codebook, into.Id);
        }

        RequireName(into.Name, codebook, [into.Id, .. from.Select(c => c.Id)]);
        var first = codebook.Codes.First(from.Contains);
        var gone = from.Where(c => c.Id != into.Id).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var parent = into.Parent is not null && gone.Contains(into.Parent) ? null : into.Parent;
        var merged = new Codebook(
            codebook.Name,
            [
                .. codebook.Codes
                    .Where(c => c == first || !from.Contains(c))
                    .Select(c => c == first ? into with { Parent = parent == into.Id ? null : parent }
                        : c.Parent is not null && gone.Contains(c.Parent) ? c with { Parent = into.Id } : c)
                    .Select(c => c with { Rules = [.. c.Rules.Select(r => CodeReferences.Replaced(r, name => gone.Contains(name[1..]) ? $"<＊{into.Id}>" : null))] }),
            ]);
        RequireReferences(merged, "まとめられません。", "The codes cannot be merged: ");
        return Revision(merged, CodeOperation.Merged, [.. from.Select(c => c.Id)], [into.Id]);
    }

    /// <summary>What several codes become when their words are put together: definitions line by line, terms, rules and examples of all.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="ids">The codes' ids.</param>
    /// <param name="id">Id of the code that they become.</param>
    /// <param name="name">Its name; null for that of the code with this id, or else of the first.</param>
    public static Code Together(Codebook codebook, ImmutableArray<string> ids, string id, BilingualText? name)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(id);
        var from = ids.Distinct(StringComparer.Ordinal).Select(i => Find(codebook, i)).ToList();
        if (from.Count == 0)
        {
            throw Wrong("まとめるコードを二つ以上指定してください。", "Name two codes or more to merge.");
        }

        var head = from.Find(c => c.Id == id) ?? from[0];
        List<Code> all = [head, .. from.Where(c => c != head)];
        return new Code(
            id,
            name ?? head.Name,
            new BilingualText(Joined(all, c => c.Definition.Ja, "\n"), Joined(all, c => c.Definition.En, "\n")),
            Joined(all, c => c.Include, "、"),
            Joined(all, c => c.Exclude, "、"),
            [.. all.SelectMany(c => c.Terms).Distinct(StringComparer.Ordinal)],
            [.. all.SelectMany(c => c.Examples).Distinct(StringComparer.Ordinal)])
        {
            Rules = [.. all.SelectMany(c => c.Rules).Distinct(StringComparer.Ordinal)],
            Parent = all.TrueForAll(c => c.Parent == head.Parent) && head.Parent is { } parent && !ids.Contains(parent) ? parent : null,
            Color = head.Color,
            ExchangeId = head.Id == id ? head.ExchangeId : null,
            IsCodable = all.Exists(c => c.IsCodable),
        };
    }

    /// <summary>A code as several, at its place; codes under it are under its own parent then.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="id">The code's id.</param>
    /// <param name="parts">What it becomes: two codes at least, with new ids; without a parent they get the code's.</param>
    public static CodebookRevision Split(Codebook codebook, string id, ImmutableArray<Code> parts)
    {
        var code = Find(codebook, id);
        if (parts.Length < 2)
        {
            throw Wrong($"「{id}」を分けるには、新しいコードが二つ以上要ります。", $"To split \"{id}\", two new codes or more are needed.");
        }

        foreach (var part in parts)
        {
            RequireFree(codebook, part.Id);
            RequireName(part.Name, codebook, [part.Id, id]);
            if (parts.Count(p => p.Id == part.Id) > 1)
            {
                throw Wrong($"id「{part.Id}」が二つあります。", $"The id \"{part.Id}\" stands twice.");
            }

            if (parts.Count(p => CodeLookup.Folded(p.Name.Ja) == CodeLookup.Folded(part.Name.Ja)) > 1)
            {
                throw Wrong(
                    $"新しいコードの二つが同じ名前「{part.Name.Ja}」です。別々の名前にしてください。",
                    $"Two of the new codes have one name, \"{part.Name.En}\". Give each its own name.");
            }
        }

        var split = codebook with
        {
            Codes =
            [
                .. codebook.Codes.SelectMany(c => c == code
                    ? parts.Select(p => p with { Parent = p.Parent ?? code.Parent, Color = p.Color })
                    : [c.Parent == id ? c with { Parent = code.Parent } : c]),
            ],
        };
        RequireReferences(split, $"「{id}」は分けられません。", $"\"{id}\" cannot be split: ");
        return Revision(split, CodeOperation.Split, [id], [.. parts.Select(p => p.Id)]);
    }

    /// <summary>One code more, at the end.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="code">The code, with an id that no other has.</param>
    public static CodebookRevision Add(Codebook codebook, Code code)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(code);
        RequireFree(codebook, code.Id);
        RequireName(code.Name, codebook, [code.Id]);
        if (code.Parent is not null)
        {
            Find(codebook, code.Parent);
        }

        return Revision(codebook with { Codes = codebook.Codes.Add(code) }, CodeOperation.Added, [], [code.Id]);
    }

    /// <summary>The codebook without a code; codes under it are under its own parent then.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="id">The code's id.</param>
    public static CodebookRevision Retire(Codebook codebook, string id)
    {
        var code = Find(codebook, id);
        if (codebook.Codes.Length == 1)
        {
            throw Wrong("最後のコードはなくせません。", "The last code cannot be retired.");
        }

        var left = codebook with { Codes = [.. codebook.Codes.Where(c => c != code).Select(c => c.Parent == id ? c with { Parent = code.Parent } : c)] };
        RequireReferences(left, $"「{id}」はなくせません。", $"\"{id}\" cannot be retired: ");
        return Revision(left, CodeOperation.Retired, [id], []);
    }

    /// <summary>Sees that a name can be a code's: another code's id would mean that one wherever a code is written by id or name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="codebook">The codebook.</param>
    /// <param name="own">Ids of the codes that it is the name of, or was.</param>
    /// <returns>The name.</returns>
    /// <exception cref="DefinitionException">It is empty, or another code's id.</exception>
    public static BilingualText RequireName(BilingualText name, Codebook codebook, ImmutableArray<string> own)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(codebook);
        if (string.IsNullOrWhiteSpace(name.Ja) || string.IsNullOrWhiteSpace(name.En))
        {
            throw Wrong("名前が要ります。", "A name is needed.");
        }

        // FEES and ｆｅｅｓ are taken for fees, as tables are read.
        var (ja, en) = (CodeLookup.Folded(name.Ja), CodeLookup.Folded(name.En));
        return codebook.Codes.FirstOrDefault(c => !own.Contains(c.Id) && CodeLookup.Folded(c.Id) is var id && (id == ja || id == en)) is { } other
            ? throw Wrong(
                $"「{other.Id}」は別のコード（{other.Name.Ja}）の ID です。取り違えるので、名前には別の言葉を使ってください。",
                $"\"{other.Id}\" is the ID of another code ({other.Name.En}). The two would be taken for each other; use another name.")
            : name;
    }

    // A rule refers to codes above its own that have rules.
    private static void RequireReferences(Codebook codebook, string ja, string en)
    {
        var above = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in codebook.Codes)
        {
            foreach (var rule in code.Rules)
            {
                if (CodeReferences.Of(rule).Select(r => r[1..]).FirstOrDefault(r => !above.Contains(r)) is { } missing)
                {
                    throw Wrong(
                        $"{ja}コード「{code.Id}」のルール「{rule}」が <＊{missing}> を使いますが、「{code.Id}」より前に、ルールのあるコード「{missing}」がなくなります。コードブックを書き出し（codebook export）、このルールを直して、取り込んで（codebook import）ください。",
                        $"{en}the rule \"{rule}\" of the code \"{code.Id}\" refers to <＊{missing}>, and no code \"{missing}\" with rules would stand before \"{code.Id}\". Write the codebook (codebook export), change that rule, and read it back (codebook import).");
                }
            }

            if (!code.Rules.IsEmpty && code.IsCodable)
            {
                above.Add(code.Id);
            }
        }
    }

    private static CodebookRevision Revision(Codebook codebook, CodeOperation operation, ImmutableArray<string> from, ImmutableArray<string> to)
    {
        // What is written must read back: an id with a space, a rule that names a code that is gone, parents in a circle.
        var read = CodebookReader.Read(CodebookWriter.Yaml(codebook));
        return new CodebookRevision(read, [new CodeStep(operation, from, to)]);
    }

    private static Codebook With(Codebook codebook, Code old, Code code) => codebook with { Codes = codebook.Codes.Replace(old, code) };

    private static Code Find(Codebook codebook, string id)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        return codebook.Codes.FirstOrDefault(c => c.Id == id)
            ?? throw Wrong($"「{id}」というコードはありません。あるのは {string.Join('、', codebook.Codes.Select(c => c.Id))} です。", $"There is no code \"{id}\". There are {string.Join(", ", codebook.Codes.Select(c => c.Id))}.");
    }

    private static void RequireFree(Codebook codebook, string id)
    {
        if (codebook.Codes.Any(c => c.Id == id))
        {
            throw Wrong($"id「{id}」はもう使われています。意味の変わるコードには新しい id を付けてください。", $"The id \"{id}\" is taken. What changes its meaning needs a new id.");
        }
    }

    private static string Joined(List<Code> codes, Func<Code, string> text, string between) =>
        string.Join(between, codes.Select(text).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal));

    private static DefinitionException Wrong(string ja, string en) => DefinitionNode.Invalid(1, ja, en);
}
