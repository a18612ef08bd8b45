using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>Turns a project of the exchange format into what a workspace takes in.</summary>
/// <remarks>
/// A text that the workspace has (the same GUID and words, or the same bytes) keeps its comments, and only codings come in. One that this program wrote brings
/// the comments that it had; of others every paragraph that is not blank is a comment. A coding goes to every comment that it touches, with the stretch
/// it shares with it as evidence. docs/guide/exchange.md.
/// </remarks>
public static class ProjectImport
{
    /// <summary>What comes in, and what does not.</summary>
    /// <param name="project">The project.</param>
    /// <param name="present">The workspace.</param>
    /// <param name="who">Who takes it in; also the coder where the project names none.</param>
    /// <param name="when">When; also when it was coded where the project does not say.</param>
    /// <param name="sourcesAreRespondents">Whether a text that no case covers is that of a respondent of its name.</param>
    /// <param name="onlyCoded">Whether coders looked at no more than the comments that they coded; else at every comment of a source in which they coded something.</param>
    public static ProjectBatch Of(QdaProject project, ExchangeContent present, string who, DateTimeOffset when, bool sourcesAreRespondents, bool onlyCoded = false)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(present);
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        var losses = new List<QdaLoss>();
        var codes = new ImportedCodes(project, present, losses);
        var names = present.Sources.Select(s => s.Source.Name).ToHashSet(StringComparer.Ordinal);
        var sources = new List<ImportedSource>();
        foreach (var (source, i) in project.Sources.Select((s, i) => (s, i)))
        {
            if (string.IsNullOrWhiteSpace(source.Text))
            {
                losses.Add(new QdaLoss(new BilingualText("文章が空の資料", "sources whose text is empty"), source.Name));
                continue;
            }

            sources.Add(ImportedSource.Of(source, project, present, names, i + 1));
        }

        var described = new CaseValues(project, losses, sourcesAreRespondents);
        var kept = sources.Where(s => s.New is not null).OrderBy(s => s.New!.Name, StringComparer.Ordinal)
            .Select(s => (Source: s, Comments: s.Comments.Select(c => described.Of(c.Comment, c.Span, s.Project)).ToImmutableArray())).ToList();
        var newSources = kept.Select(k => k.Source.New!).ToImmutableArray();
        var corpus = new CommentCorpus(
            newSources,
            [.. kept.SelectMany(k => k.Comments)],
            [.. kept.SelectMany(k => k.Source.LeftOut.Select(l => described.Of(l.LeftOut, l.Span, k.Source.Project)))],
            [.. project.Notes.Select(MeetingOf).OfType<Meeting>().Where(m => newSources.Any(s => s.Name == m.Source))],
            [], [], []);
        var codings = Codings(project, sources, codes, losses, who, when);
        var (stand, others, known) = Against(codings, present, losses);
        return new ProjectBatch(
            ImportBatch.Of(corpus, who, when), codes.Yaml(), stand, others, Whole(sources, [.. stand, .. others], onlyCoded),
            kept.Where(k => k.Source.Original is not null).ToImmutableDictionary(k => k.Source.New!.Sha256, k => k.Source.Original!, StringComparer.Ordinal),
            sources.Count - kept.Count, known, [.. losses]);
    }

    private static List<ProjectCoding> Codings(QdaProject project, List<ImportedSource> sources, ImportedCodes codes, List<QdaLoss> losses, string who, DateTimeOffset when)
    {
        var users = project.Users.ToDictionary(u => u.Id, u => u.Name.Trim());
        var found = new List<(string Comment, string Code, CodingState State, string Who, DateTimeOffset When, TextSpan? Span)>();
        foreach (var source in sources)
        {
            foreach (var selection in source.Project.Selections.Where(s => !s.Codings.IsEmpty))
            {
                var touched = Touched(source.Comments, selection.Span);
                foreach (var coding in selection.Codings)
                {
                    if (codes.Codable(coding.Code, losses) is not { } code)
                    {
                        continue;
                    }

                    if (touched.IsEmpty)
                    {
                        losses.Add(new QdaLoss(new BilingualText("どの意見にもかからないコーディング", "codings that touch no comment"), source.Project.Name));
                        continue;
                    }

                    var name = coding.User is { } user && users.GetValueOrDefault(user) is { Length: > 0 } known ? known : who;
                    var state = coding.User == ExchangeIds.Program(name) ? CodingState.Proposed : CodingState.Edited;
                    foreach (var (comment, span) in touched)
                    {
                        var shared = new TextSpan(Math.Max(span.Start, selection.Span.Start) - span.Start, Math.Min(span.End, selection.Span.End) - span.Start);
                        var isWhole = source.WholeSelections.Contains(selection.Id) || (source.WholeSelections.IsEmpty && shared.Start == 0 && shared.End == span.End - span.Start);
                        found.Add((comment.Id, code, state, name, coding.When ?? when, isWhole ? null : shared));
                    }
                }
            }
        }

        // Stretches that only touch stay apart, as they were coded.
        return
        [
            .. found.GroupBy(f => (f.Comment, f.Code, f.Who, f.State)).Select(g => new ProjectCoding(
                g.Key.Comment, g.Key.Code, g.Key.State, g.Any(f => f.Span is null) ? [] : TextSpans.Merge(g.Select(f => f.Span!.Value).Distinct(), joinsTouching: false), g.Key.Who, g.Min(f => f.When))),
        ];
    }

    // Of codings that the workspace does not have: what it wrote itself into the project says nothing of how far somebody came there.
    private static ImmutableArray<(string CommentId, string Who, DateTimeOffset When)> Whole(List<ImportedSource> sources, List<ProjectCoding> codings, bool onlyCoded)
    {
        var people = codings.Where(c => c.State != CodingState.Proposed).ToLookup(c => c.CommentId, StringComparer.Ordinal);
        return
        [
            .. sources.Select(s => s.Comments.Select(c => c.Comment.Id).ToList()).SelectMany(comments => comments.SelectMany(id => people[id]).GroupBy(c => c.Who, StringComparer.Ordinal)
                .SelectMany(coder => (onlyCoded ? coder.Select(c => c.CommentId).Distinct(StringComparer.Ordinal) : comments).Select(id => (id, coder.Key, coder.Max(c => c.When))))),
        ];
    }

    private static ImmutableArray<(Comment Comment, TextSpan Span)> Touched(ImmutableArray<(Comment Comment, TextSpan Span)> comments, TextSpan span)
    {
        // In order and without overlap: the first that ends behind the start.
        var (low, high) = (0, comments.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = comments[middle].Span.End > span.Start ? (low, middle) : (middle + 1, high);
        }

        return [.. comments.Skip(low).TakeWhile(c => c.Span.Start < span.End)];
    }

    // A person's decision before a program's proposal, the earliest of several; what the workspace has decided stays.
    private static (ImmutableArray<ProjectCoding> Stand, ImmutableArray<ProjectCoding> Others, int Known) Against(List<ProjectCoding> codings, ExchangeContent present, List<QdaLoss> losses)
    {
        var stands = present.Codings.ToDictionary(c => (c.CommentId, c.Code));
        var byPerson = present.PersonCodings.Select(p => (p.CommentId, p.Code, p.Who)).ToHashSet();
        var stand = ImmutableArray.CreateBuilder<ProjectCoding>();
        var others = ImmutableArray.CreateBuilder<ProjectCoding>();
        var known = 0;
        foreach (var group in codings.GroupBy(c => (c.CommentId, c.Code)))
        {
            var current = stands.GetValueOrDefault(group.Key);
            var people = group.Where(c => c.State != CodingState.Proposed).OrderBy(c => c.When).ThenBy(c => c.Who, StringComparer.Ordinal).ToList();
            if (current is { State: CodingState.Rejected })
            {
                losses.AddRange(group.Select(c => new QdaLoss(new BilingualText("ワークスペースで却下されているコーディング", "codings that were rejected in the workspace"), c.Who)));
            }
            else if (current is { State: not CodingState.Proposed } || (current is not null && people.Count == 0))
            {
                var added = people.Where(p => p.Who != current.Who && !byPerson.Contains((p.CommentId, p.Code, p.Who))).ToList();
                others.AddRange(added);
                known += group.Count() - added.Count;
            }
            else
            {
                stand.Add(people.Count > 0 ? people[0] : group.First());
                others.AddRange(people.Skip(1));
            }
        }

        return (stand.ToImmutable(), others.ToImmutable(), known);
    }

    private static Meeting? MeetingOf(QdaNote note)
    {
        var (about, told) = (new ExchangeLines(note.Description), new ExchangeLines(note.Text));
        return about["会議"] is { } id && about["資料"] is { } source && about.Place() is { } place
            ? new Meeting(
                id, source, told["題"] ?? note.Name,
                DateOnly.TryParseExact(told["日"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
                told["日時"], told["場所"], told.Number("団体"), told.Number("人数"), told["出席"], told["議題"], told["内容"], place)
            {
                AbsentText = told["欠席"],
            }
            : null;
    }
}
