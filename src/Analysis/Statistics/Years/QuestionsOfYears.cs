using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics.Years;

/// <summary>Which questions were put in which of some years, as far as tables tell: answers to the others cannot be compared.</summary>
/// <remarks>
/// A question is put in a year where its column or its rows have anything but cells that were not asked. Its number, years and remarks on the
/// form (自由記述) in its words make no other question of it (<see cref="QuestionName"/>). Of running text nobody knows which questions had no
/// answer: where a year has answers from it, nothing stands apart.
/// </remarks>
public sealed class QuestionsOfYears
{
    private readonly ImmutableArray<int> _years;
    private readonly ImmutableHashSet<string>? _common;
    private readonly HashSet<(string Question, int Year, string Respondent)> _unasked = [];
    private readonly HashSet<(int Year, string Respondent)> _present = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private QuestionsOfYears() => (_years, OnlySome) = ([], []);

    private QuestionsOfYears(CommentCorpus corpus, ImmutableArray<int> years)
    {
        _years = years;
        var put = new Dictionary<string, (string Name, ImmutableSortedSet<int> Years)>(StringComparer.Ordinal);
        var asked = new HashSet<(string, int, string)>();
        void Note(string? question, int year, string? respondent)
        {
            if (respondent is not null)
            {
                _present.Add((year, respondent));
            }

            if (question is not null)
            {
                var key = _names[question] = Name(question);
                put[key] = put.TryGetValue(key, out var known) ? (known.Name, known.Years.Add(year)) : (question, [year]);
                asked.Add((key, year, respondent ?? string.Empty));
            }
        }

        var answers = corpus.Comments.Where(c => c.Year is { } y && years.Contains(y)).ToList();
        foreach (var comment in answers)
        {
            Note(comment.Kind == CommentKind.Answer ? comment.Question : null, comment.Year!.Value, comment.AskedRespondent);
        }

        var cells = corpus.LeftOut.Where(l => l.Reason != LeftOutReason.Aside && l.Year is { } y && years.Contains(y)).ToLookup(l => l.Reason == LeftOutReason.NotAsked);
        foreach (var cell in cells[false])
        {
            Note(cell.Question, cell.Year!.Value, cell.Respondent);
        }

        foreach (var cell in cells[true].Where(l => l is { Question: not null, Respondent: not null }))
        {
            _unasked.Add((Name(cell.Question!), cell.Year!.Value, cell.Respondent!));
        }

        _unasked.ExceptWith(asked);
        var isKnown = years.Length > 1 && answers.TrueForAll(c => c.Kind != CommentKind.Answer || c.Place.Column is not null);
        var common = put.Where(q => q.Value.Years.Count == years.Length).Select(q => q.Key).ToImmutableHashSet(StringComparer.Ordinal);
        OnlySome = isKnown
            ? [.. put.Where(q => q.Value.Years.Count < years.Length).Select(q => new QuestionYears(q.Value.Name, [.. q.Value.Years])).OrderBy(q => q.Years[0]).ThenBy(q => q.Name, StringComparer.Ordinal)]
            : [];
        IsUnknown = years.Length > 1 && !isKnown && put.Values.Any(q => q.Years.Count < years.Length);
        IsNoneCommon = isKnown && put.Count > 0 && common.IsEmpty;
        _common = isKnown && !common.IsEmpty ? common : null;
        Apart = answers.Count(c => !IsComparable(c));
    }

    /// <summary>Nothing is known of the questions; nothing stands apart.</summary>
    public static QuestionsOfYears Unknown { get; } = new();

    /// <summary>Questions that were put in some of the years and not in others, by the first of them, then ordinal order of their words.</summary>
    public ImmutableArray<QuestionYears> OnlySome { get; }

    /// <summary>Whether the years have no question in common: then answers to all of them are compared, whatever was asked.</summary>
    public bool IsNoneCommon { get; }

    /// <summary>Whether questions were put in some of the years only, but nothing stands apart since answers from running text tell too little of theirs.</summary>
    public bool IsUnknown { get; }

    /// <summary>Comments that stand apart: answers to questions that were put in some of the years only, to anybody or to the respondent.</summary>
    public int Apart { get; }

    /// <summary>The questions of some years.</summary>
    /// <param name="corpus">All that was read, not what a filter leaves: where no comment is left a question was put all the same.</param>
    /// <param name="years">The years.</param>
    public static QuestionsOfYears Of(CommentCorpus corpus, params ImmutableArray<int> years)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        return new QuestionsOfYears(corpus, years);
    }

    /// <summary>Whether a comment answers a question that was put in all the years, and to its respondent in all of the years it was asked anything; true where there is none.</summary>
    /// <param name="comment">The comment.</param>
    public bool IsComparable(Comment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return comment.Kind != CommentKind.Answer || IsComparable(comment.Question, comment.Respondent, comment.Year);
    }

    /// <summary>The same of a cell without a comment.</summary>
    /// <param name="cell">The cell.</param>
    public bool IsComparable(LeftOut cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return IsComparable(cell.Question, cell.Respondent, cell.Year);
    }

    /// <summary>A corpus without what stands apart.</summary>
    /// <param name="corpus">What was read, or what a filter leaves of it.</param>
    public CommentCorpus Comparable(CommentCorpus corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        return Apart == 0 && OnlySome.IsEmpty ? corpus : corpus with
        {
            Comments = [.. corpus.Comments.Where(IsComparable)],
            LeftOut = [.. corpus.LeftOut.Where(IsComparable)],
        };
    }

    // Many answers share a question.
    private string Name(string question) => _names.TryGetValue(question, out var name) ? name : QuestionName.Of(question);

    private bool IsComparable(string? question, string? respondent, int? year)
    {
        if (_common is null || question is null || year is not { } when || !_years.Contains(when))
        {
            return true;
        }

        var key = Name(question);
        return _common.Contains(key)
            && (respondent is null || _unasked.Count == 0 || _years.All(y => !_present.Contains((y, respondent)) || !_unasked.Contains((key, y, respondent))));
    }
}

/// <summary>A question with the years in which it was put.</summary>
/// <param name="Name">Its words, as they stand where it comes up first.</param>
/// <param name="Years">The years, ascending.</param>
public sealed record QuestionYears(string Name, ImmutableArray<int> Years);
