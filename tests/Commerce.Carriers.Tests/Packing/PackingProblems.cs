using Commerce.Carriers.Packing;

namespace Commerce.Carriers.Tests.Packing;

/// <summary>Problems of packing, made from a seed.</summary>
internal static class PackingProblems
{
    /// <summary>100 different pieces whose volumes add up to the volume of one container, so that a perfect packing would fill it.</summary>
    internal static (IReadOnlyList<PackItem> Items, Carton Container) Container(int seed, int minSide, int maxSide)
    {
        const int Pieces = 100;
        var random = new Random(seed);
        var container = new Carton { Name = "container", Inside = new Dimensions(60, 40, 40), MaxContent = Weight.FromKilograms(500) };
        var sides = Enumerable.Range(0, Pieces).Select(_ => (random.Next(minSide, maxSide), random.Next(minSide, maxSide), random.Next(minSide, maxSide))).ToList();
        var volume = sides.Sum(side => (double)side.Item1 * side.Item2 * side.Item3);
        var scale = Math.Cbrt(600d * 400 * 400 / volume);
        return ([.. sides.Select((side, index) => new PackItem
        {
            Id = $"piece-{index}",
            Dimensions = new Dimensions(Centimetres(side.Item1), Centimetres(side.Item2), Centimetres(side.Item3)),
            Weight = Weight.FromGrams(100),
        })], container);

        decimal Centimetres(int side) => Math.Floor((decimal)(side * scale)) / 10;
    }

    /// <summary>A few kinds of items, fragile and upright ones among them, and some cartons that hold every one of them.</summary>
    internal static (IReadOnlyList<PackItem> Items, IReadOnlyList<Carton> Cartons) Orders(int seed)
    {
        var random = new Random(seed);
        var items = Enumerable.Range(0, random.Next(1, 9)).Select(index => new PackItem
        {
            Id = $"item-{index}",
            Dimensions = new Dimensions(random.Next(1, 25), random.Next(1, 25), random.Next(1, 25)),
            Weight = Weight.FromGrams(random.Next(1, 4000)),
            Quantity = random.Next(1, 7),
            IsFragile = random.Next(4) == 0,
            KeepUpright = random.Next(4) == 0,
        }).ToList();
        var cartons = Enumerable.Range(0, random.Next(1, 4)).Select(index => new Carton
        {
            Name = $"carton-{index}",
            Inside = new Dimensions(25 + random.Next(20), 25 + random.Next(20), 25 + random.Next(10)),
            MaxContent = Weight.FromGrams(4000 + random.Next(16_000)),
            Tare = Weight.FromGrams(200),
        }).ToList();
        return (items, cartons);
    }
}
