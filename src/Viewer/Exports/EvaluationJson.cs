using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FeedbackLab.Analysis.Evaluation;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Analysis.Statistics.Intervals;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Writes an evaluation as JSON; docs/guide/evaluate.md.</summary>
public static class EvaluationJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The JSON text, LF at line ends; shares are 0 to 1, null where there was nothing to count.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="options">How it was made.</param>
    public static string Of(CodingEvaluation evaluation, EvaluationOptions options)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(options);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("splits", options.Splits);
            json.WriteNumber("share", options.Share);
            json.WriteNumber("seed", options.Seed);
            Scores(json, "untaught", evaluation.Untaught, evaluation.UntaughtIntervals);
            Scores(json, "taught", evaluation.Taught, evaluation.TaughtIntervals);
            Each(json, "codes", evaluation.ByCode, code =>
            {
                json.WriteString("code", code.Code);
                Number(json, "f1", code.F1);
                Agreement(json, code.Agreement);
                Ends(json, "kappa", code.KappaInterval);
                Number(json, "alpha", code.Alpha);
                json.WriteBoolean("tooFew", code.IsTooFew);
            });
            Each(json, "bySureness", evaluation.BySureness, point =>
            {
                Number(json, "surest", point.Share);
                Number(json, "untaught", point.Untaught);
                json.WriteNumber("comments", point.Right.Of);
                Ends(json, "untaught", point.UntaughtInterval);
                Number(json, "taught", point.Taught);
            });
            Each(json, "learningCurve", evaluation.Curve, point =>
            {
                json.WriteNumber("coded", point.Coded);
                Number(json, "random", point.Random);
                Ends(json, "random", point.RandomRange);
                Number(json, "leastCertainFirst", point.LeastCertainFirst);
            });
            Each(json, "confusions", evaluation.Confusions, confusion =>
            {
                json.WriteString("gold", confusion.Gold);
                json.WriteString("given", confusion.Given);
                json.WriteNumber("comments", confusion.Comments);
            });
            Each(json, "types", evaluation.Types, type =>
            {
                json.WriteString("type", FieldNames.Of(type.Type));
                Agreement(json, type.Agreement);
            });
            Each(json, "clusters", evaluation.Clusters, clusters =>
            {
                json.WriteNumber("clusters", clusters.Clusters);
                Number(json, "adjustedRand", clusters.AdjustedRand);
                Number(json, "normalizedInformation", clusters.Information);
            });
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Scores(Utf8JsonWriter json, string name, CodingScores scores, ScoreIntervals intervals)
    {
        json.WriteStartObject(name);
        json.WriteNumber("comments", scores.Comments);
        Number(json, "precision", scores.Precision);
        Number(json, "recall", scores.Recall);
        Number(json, "microF1", scores.MicroF1);
        Ends(json, "microF1", intervals.MicroF1);
        Number(json, "macroF1", scores.MacroF1);
        Ends(json, "macroF1", intervals.MacroF1);
        Number(json, "topOne", scores.TopOne);
        Ends(json, "topOne", intervals.TopOne);
        Number(json, "topThree", scores.TopThree);
        Ends(json, "topThree", intervals.TopThree);
        Number(json, "sureFifth", scores.SureFifth);
        Ends(json, "sureFifth", intervals.SureFifth);
        json.WriteNumber("withoutCode", scores.WithoutCode);
        json.WriteEndObject();
    }

    private static void Ends(Utf8JsonWriter json, string name, Interval? interval)
    {
        Number(json, name + "Low", interval?.Low);
        Number(json, name + "High", interval?.High);
    }

    private static void Agreement(Utf8JsonWriter json, CohenKappa agreement)
    {
        json.WriteNumber("both", agreement.Both);
        json.WriteNumber("onlyGold", agreement.OnlyFirst);
        json.WriteNumber("onlyProgram", agreement.OnlySecond);
        json.WriteNumber("neither", agreement.Neither);
        Number(json, "kappa", agreement.Value);
        Number(json, "prevalence", agreement.Prevalence);
    }

    private static void Each<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, 4));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
