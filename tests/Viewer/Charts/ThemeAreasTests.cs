using FeedbackLab.Viewer.Charts;

namespace FeedbackLab.Viewer.Tests.Charts;

public sealed class ThemeAreasTests
{
    [Theory]
    [InlineData(600, 400, new double[] { 6, 6, 4, 3, 2, 2, 1 })]
    [InlineData(100, 700, new double[] { 1, 1, 1 })]
    [InlineData(300, 300, new double[] { 1000, 1, 1, 1, 1 })]
    [InlineData(50, 50, new double[] { 3 })]
    public void Parts_are_as_large_as_their_sizes_fill_the_area_and_lie_beside_each_other(double width, double height, double[] sizes)
    {
        var whole = new Area(10, 20, width, height);
        var parts = Squares.Of(sizes, whole);
        Assert.Equal(sizes.Length, parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            Assert.Equal(width * height * sizes[i] / sizes.Sum(), part.Width * part.Height, 1e-6);
            Assert.True(part.X >= 10 - 1e-9 && part.Y >= 20 - 1e-9 && part.X + part.Width <= 10 + width + 1e-6 && part.Y + part.Height <= 20 + height + 1e-6);
            Assert.DoesNotContain(parts.Take(i), other =>
                Math.Min(part.X + part.Width, other.X + other.Width) - Math.Max(part.X, other.X) > 1e-6
                && Math.Min(part.Y + part.Height, other.Y + other.Height) - Math.Max(part.Y, other.Y) > 1e-6);
        }
    }

    [Fact]
    public void The_example_of_the_paper_is_laid_out_as_there()
    {
        // Bruls, Huizing and van Wijk (2000), figure 4: a rectangle of 6 × 4.
        var parts = Squares.Of([6, 6, 4, 3, 2, 2, 1], new Area(0, 0, 6, 4));
        Assert.Equal((3.0, 2.0), (parts[0].Width, parts[0].Height));
        Assert.Equal((3.0, 2.0), (parts[1].Width, parts[1].Height));
        Assert.Equal(12.0 / 7, parts[2].Width, 1e-9);
        Assert.Equal(7.0 / 3, parts[2].Height, 1e-9);
        Assert.Equal(9.0 / 7, parts[3].Width, 1e-9);
    }
}
