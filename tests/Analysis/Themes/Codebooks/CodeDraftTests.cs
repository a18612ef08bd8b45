using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Tests.Themes.Codebooks;

public sealed class CodeDraftTests
{
    private static readonly ClusterFinding Cluster =
        new(1, "送迎・車両", ["送迎", "車両", "運転", "経路", "停留所"], "c1", 0.8, false, new DocumentFrequency(2, 5), new DocumentFrequency(3, 9), ["c1", "c2", "c3"]);

    [Fact]
    public void A_cluster_becomes_a_code_with_its_label_and_terms()
    {
        var code = CodeDraft.Of(Cluster.Label, Cluster.Terms, new Codebook("見本", []));
        Assert.Equal(("found-1", "送迎・車両"), (code.Id, code.Name.Ja));
        Assert.Equal("送迎、車両、運転、経路などについて。", code.Definition.Ja);
        Assert.Equal(Cluster.Terms, code.Terms);
        Assert.Empty(code.Examples);
    }

    [Fact]
    public void Its_id_is_one_that_the_codebook_does_not_have()
    {
        var first = CodeDraft.Of(Cluster.Label, Cluster.Terms, new Codebook("見本", []));
        var second = CodeDraft.Of(Cluster.Label, Cluster.Terms, new Codebook("見本", [first]));
        Assert.Equal("found-2", second.Id);
        Assert.Equal("found-3", CodeDraft.Of(Cluster.Label, Cluster.Terms, new Codebook("見本", [second, first])).Id);
    }
}
