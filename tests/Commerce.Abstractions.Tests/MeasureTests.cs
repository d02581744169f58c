using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Tests;

public sealed class MeasureTests
{
    [Fact]
    public void Weights_read_back_from_their_text() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), grams =>
            Weight.Parse(Weight.FromGrams(grams).ToString()) == Weight.FromGrams(grams)).QuickCheckThrowOnFailure();

    [Fact]
    public void Pounds_never_understate_a_weight() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000)), grams =>
            Weight.FromGrams(grams).Pounds * 453.59237m >= grams).QuickCheckThrowOnFailure();

    [Fact]
    public void A_negative_weight_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Weight.FromGrams(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Weight.FromKilograms(-0.001m));
    }

    [Fact]
    public void The_volumetric_weight_is_the_volume_over_the_divisor() =>
        Assert.Equal(Weight.FromKilograms(4.8m), new Dimensions(40, 30, 20).VolumetricWeight());

    [Fact]
    public void Length_and_girth_count_the_longest_side_once() =>
        Assert.Equal(40 + (2 * (30 + 20)), new Dimensions(30, 40, 20).LengthAndGirthCm);

    [Theory]
    [InlineData(0, 1, 1, "lengthCm")]
    [InlineData(1, -1, 1, "widthCm")]
    [InlineData(1, 1, 10001, "heightCm")]
    public void An_impossible_side_is_refused_by_name(int length, int width, int height, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => new Dimensions(length, width, height)).ParamName);

    [Fact]
    public void Dimensions_read_back_from_their_text()
    {
        var sides = Gen.Choose(1, 100_000).Select(millimetres => millimetres / 10m);
        Prop.ForAll(Arb.From(sides), Arb.From(sides), Arb.From(sides), (length, width, height) =>
        {
            var dimensions = new Dimensions(length, width, height);
            return Dimensions.Parse(dimensions.ToString()) == dimensions;
        }).QuickCheckThrowOnFailure();
    }
}
