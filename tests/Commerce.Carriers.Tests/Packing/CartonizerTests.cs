using Commerce.Carriers.Packing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Carriers.Tests.Packing;

/// <summary>Packings are valid whatever is packed, and full enough.</summary>
public sealed class CartonizerTests
{
    private readonly Cartonizer _cartonizer = new();

    [Fact]
    public void No_packing_is_ever_invalid() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var (items, cartons) = PackingProblems.Orders(seed);
            AssertValid(items, cartons, _cartonizer.Pack(items, cartons).Value);
        }));

    [Theory]
    [InlineData(50, 200)]
    [InlineData(70, 130)]
    [InlineData(40, 250)]
    public void Containers_of_a_hundred_pieces_are_valid_too(int minSide, int maxSide)
    {
        var (items, container) = PackingProblems.Container(1, minSide, maxSide);

        AssertValid(items, [container], _cartonizer.Pack(items, [container]).Value);
    }

    [Fact]
    public void Containers_are_filled_to_eighty_percent_on_average()
    {
        (int Min, int Max)[] kinds = [(50, 200), (70, 130), (40, 250)];
        var fills =
            from kind in kinds
            from seed in Enumerable.Range(0, 8)
            let problem = PackingProblems.Container(seed, kind.Min, kind.Max)
            select _cartonizer.Pack(problem.Items, [problem.Container]).Value.Max(carton => carton.Fill);

        Assert.InRange(fills.Average(), 0.80m, 1m);
    }

    [Fact]
    public void The_same_items_are_packed_the_same_way()
    {
        var (items, cartons) = PackingProblems.Orders(11);
        static IEnumerable<string> Text(Outcome<IReadOnlyList<PackedCarton>> packed) =>
            packed.Value.SelectMany(carton => carton.Placements.Select(placement => $"{carton.Carton.Name} {placement}"));

        Assert.Equal(Text(_cartonizer.Pack(items, cartons)), Text(new Cartonizer().Pack(items, cartons)));
    }

    [Fact]
    public void The_smallest_carton_that_holds_everything_is_taken()
    {
        var packed = Assert.Single(_cartonizer.Pack([Item("book", 20, 15, 3, quantity: 4)], [Box("L", 40), Box("S", 15), Box("M", 20)]).Value);

        Assert.Equal("M", packed.Carton.Name);
        Assert.Equal(4, packed.Placements.Count);
    }

    [Fact]
    public void What_is_too_heavy_for_one_carton_is_spread()
    {
        var packed = _cartonizer.Pack([Item("weight", 5, 5, 5, quantity: 5, grams: 3000)], [Box("M", 20, maxGrams: 7000)]).Value;

        Assert.Equal([2, 2, 1], packed.Select(carton => carton.Placements.Count));
        Assert.Equal(Weight.FromGrams(6100), packed[0].ToParcel().Weight);
    }

    [Fact]
    public void An_item_that_fits_nowhere_is_named()
    {
        var tooLong = _cartonizer.Pack([Item("ok", 5, 5, 5), Item("ski", 180, 10, 10)], [Box("M", 20)]);
        var upright = _cartonizer.Pack([Item("bottle", 5, 5, 30) with { KeepUpright = true }], [new Carton { Name = "flat", Inside = new Dimensions(40, 30, 20), MaxContent = Weight.FromKilograms(9) }]);

        Assert.Contains("ski", tooLong.Refusal?.Message, StringComparison.Ordinal);
        Assert.Contains("bottle", upright.Refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_and_too_much_are_refused()
    {
        Assert.Equal(RefusalCode.Validation, _cartonizer.Pack([], [Box("M", 20)]).Refusal?.Code);
        Assert.Equal(RefusalCode.Validation, _cartonizer.Pack([Item("x", 1, 1, 1)], []).Refusal?.Code);
        Assert.Equal(RefusalCode.Validation, _cartonizer.Pack([Item("x", 1, 1, 1, quantity: 1000), Item("y", 1, 1, 1)], [Box("M", 20)]).Refusal?.Code);
    }

    private static PackItem Item(string id, decimal length, decimal width, decimal height, int quantity = 1, int grams = 100) => new()
    {
        Id = id, Dimensions = new Dimensions(length, width, height), Weight = Weight.FromGrams(grams), Quantity = quantity,
    };

    private static Carton Box(string name, decimal side, int maxGrams = 20_000) => new()
    {
        Name = name, Inside = new Dimensions(side, side, side), MaxContent = Weight.FromGrams(maxGrams), Tare = Weight.FromGrams(100),
    };

    private static void AssertValid(IReadOnlyList<PackItem> items, IReadOnlyList<Carton> cartons, IReadOnlyList<PackedCarton> packed)
    {
        var counts = packed.SelectMany(carton => carton.Placements).CountBy(placement => placement.Item).ToDictionary();
        Assert.Equal(items.ToDictionary(item => item, item => item.Quantity), counts);
        foreach (var carton in packed)
        {
            Assert.Contains(carton.Carton, cartons);
            Assert.True(carton.Placements.Sum(placement => placement.Item.Weight.Grams) <= carton.Carton.MaxContent.Grams, "too heavy");
            for (var i = 0; i < carton.Placements.Count; i++)
            {
                var placement = carton.Placements[i];
                AssertInside(placement, carton.Carton.Inside);
                AssertTurned(placement);
                AssertSupported(placement, carton);
                for (var j = i + 1; j < carton.Placements.Count; j++)
                {
                    Assert.False(Overlap(placement, carton.Placements[j]), $"{placement} and {carton.Placements[j]} are in one place.");
                    Assert.False(IsBelow(placement, carton.Placements[j]) && placement.Item.IsFragile, $"{carton.Placements[j]} stands on {placement}.");
                    Assert.False(IsBelow(carton.Placements[j], placement) && carton.Placements[j].Item.IsFragile, $"{placement} stands on {carton.Placements[j]}.");
                }
            }
        }
    }

    private static void AssertInside(Placement placement, Dimensions inside) => Assert.True(
        placement is { X: >= 0, Y: >= 0, Z: >= 0 }
        && placement.X + placement.Length <= inside.LengthMm && placement.Y + placement.Width <= inside.WidthMm && placement.Z + placement.Height <= inside.HeightMm,
        $"{placement} is not inside.");

    private static void AssertTurned(Placement placement)
    {
        var size = placement.Item.Dimensions;
        int[] sides = [size.LengthMm, size.WidthMm, size.HeightMm];
        Assert.Equal(sides.Order(), new[] { placement.Length, placement.Width, placement.Height }.Order());
        Assert.True(!placement.Item.KeepUpright || placement.Height == size.HeightMm, $"{placement} is not upright.");
    }

    private static void AssertSupported(Placement placement, PackedCarton carton)
    {
        var supported = carton.Placements.Where(other => other.Z + other.Height == placement.Z).Sum(other => Shared(placement, other));
        Assert.True(placement.Z == 0 || supported >= placement.Length * placement.Width / 2, $"{placement} hangs in the air.");
    }

    private static int Shared(Placement left, Placement right) =>
        Math.Max(0, Math.Min(left.X + left.Length, right.X + right.Length) - Math.Max(left.X, right.X))
        * Math.Max(0, Math.Min(left.Y + left.Width, right.Y + right.Width) - Math.Max(left.Y, right.Y));

    private static bool Overlap(Placement left, Placement right) =>
        Shared(left, right) > 0 && left.Z < right.Z + right.Height && right.Z < left.Z + left.Height;

    private static bool IsBelow(Placement lower, Placement upper) => Shared(lower, upper) > 0 && lower.Z + lower.Height <= upper.Z;
}
