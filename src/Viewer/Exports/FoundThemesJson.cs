using System.Text.Json;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Writes the curve, the tree and the map of findings.json; docs/guide/findings.md describes every property.</summary>
internal static class FoundThemesJson
{
    public static void Write(Utf8JsonWriter json, AnalysisFindings findings, Stream stream)
    {
        json.WritePropertyName("curve");
        Curve(json, findings.Curve);
        json.WritePropertyName("hierarchy");
        Node(json, findings.Hierarchy);
        json.WritePropertyName("map");
        Map(json, findings.Map, stream);
    }

    private static void Curve(Utf8JsonWriter json, ClusterCurve? curve)
    {
        if (curve is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        FindingsJson.Array(json, "points", curve.Points, (j, point) =>
        {
            j.WriteStartObject();
            j.WriteNumber("clusters", point.Clusters);
            j.WriteNumber("stability", point.Stability);
            j.WriteNumber("smallest", point.Smallest);
            j.WriteEndObject();
        });
        FindingsJson.Number(json, "proposed", curve.Proposed);
        FindingsJson.Bilingual(json, "reason", curve.Reason);
        FindingsJson.Array(json, "asGood", curve.AsGood, (j, number) => j.WriteNumberValue(number));
        json.WriteNumber("tolerance", curve.Tolerance);
        json.WriteBoolean("flat", curve.IsFlat);
        json.WriteNumber("comments", curve.Comments);
        json.WriteEndObject();
    }

    private static void Node(Utf8JsonWriter json, ClusterNode? node)
    {
        if (node is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("label", node.Label);
        FindingsJson.Array(json, "terms", node.Terms, (j, term) => j.WriteStringValue(term));
        json.WriteNumber("similarity", node.Similarity);
        FindingsJson.Number(json, "cluster", node.Cluster);
        FindingsJson.Frequency(json, "respondents", node.Respondents);
        FindingsJson.Frequency(json, "comments", node.Comments);
        FindingsJson.Array(json, "parts", node.Parts, Node);
        json.WriteEndObject();
    }

    private static void Map(Utf8JsonWriter json, CommentMap? map, Stream stream)
    {
        if (map is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        Number(json, "trustworthiness", map.Trustworthiness);
        Number(json, "kept", map.Kept);
        json.WriteNumber("neighbours", map.Neighbours);
        json.WriteNumber("measured", map.Measured);
        FindingsJson.Lines(json, stream, "places", map.Places, (j, place) =>
        {
            j.WriteStartObject();
            j.WriteString("comment", place.Comment);
            j.WriteNumber("x", place.X);
            j.WriteNumber("y", place.Y);
            j.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
