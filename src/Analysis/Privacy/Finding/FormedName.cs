namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>The name beside the form of a corporation: 株式会社みどり, みどり株式会社, 社会福祉法人「ひまわり会」.</summary>
internal static class FormedName
{
    /// <summary>Adds what stands beside a form, if it is a name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shape">Where its names begin and end.</param>
    /// <param name="at">Where the form begins.</param>
    /// <param name="end">Where the form ends.</param>
    /// <param name="kind">What it is then.</param>
    /// <param name="found">Where it goes.</param>
    public static void Find(WordText text, NameShape shape, int at, int end, PersonalDataKind kind, List<Found> found)
    {
        if (shape.Quoted(end) is var (inner, close))
        {
            found.Add(new Found(inner, close, kind, IsDoubtful: false));
            return;
        }

        var before = shape.IsSpace(at - 1) ? at - 1 : at;
        var start = shape.RunStart(before);
        var isBefore = start < before && shape.HasName(start, before, out _);
        var next = shape.IsSpace(end) ? end + 1 : end;
        var after = Math.Max(shape.NameEnd(next), shape.RunEnd(next));
        if (after > next ? !Script.IsHiragana(text.Text[next]) : !isBefore)
        {
            after = Math.Max(after, shape.MixedEnd(next));
        }

        // 特例子会社見学会.
        if (kind == PersonalDataKind.Company && after > next && NameShape.IsEvent(text.Text[next..after]))
        {
            after = next;
        }

        if (after > next && (shape.HasName(next, after, out _) || (text.Text[next..after].Length >= 2 && Script.IsHiragana(text.Text[next]))))
        {
            found.Add(new Found(at, after, kind, IsDoubtful: false));
        }
        else if (isBefore)
        {
            found.Add(new Found(start, end, kind, IsDoubtful: false));
        }
    }
}
