using Commerce.Agents.Domain.Orders;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Packs orders into boxes by weight and volume. A pure function.</summary>
public static class Packing
{
    internal static readonly Weight Tare = Weight.FromGrams(200);
    internal static readonly Weight MaxPackage = Weight.FromKilograms(30);

    private const decimal FillRate = 0.85m;

    private static readonly Dimensions UnknownItem = new(20, 15, 10);

    // From small to large; an item that fits none is shipped in its own size.
    private static readonly Dimensions[] Boxes = [new(20, 15, 10), new(30, 20, 15), new(40, 30, 20), new(60, 40, 40)];

    /// <summary>Packs lines: the weight is the items' and 0.2 kg of packaging, the box the smallest that holds them.</summary>
    /// <param name="lines">The lines.</param>
    /// <returns>The packages, each of at most 30 kg where items allow.</returns>
    public static IReadOnlyList<Parcel> Pack(IReadOnlyList<OrderLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var packages = new List<Parcel>();
        var items = new List<OrderLine>();
        var weight = Tare;
        foreach (var line in lines)
        {
            for (var unit = 0; unit < line.Quantity; unit++)
            {
                if (items.Count > 0 && weight + line.UnitWeight > MaxPackage)
                {
                    packages.Add(Close(items, weight));
                    items.Clear();
                    weight = Tare;
                }

                items.Add(line);
                weight += line.UnitWeight;
            }
        }

        packages.Add(Close(items, weight));
        return packages;
    }

    private static Parcel Close(List<OrderLine> items, Weight weight)
    {
        var sizes = items.Select(item => item.UnitSize ?? UnknownItem).ToList();
        var volume = sizes.Sum(Volume);
        var longest = sizes.Max(size => size.LongestSideCm);
        var box = Array.Find(Boxes, box => Volume(box) * FillRate >= volume && box.LongestSideCm >= longest);
        return new Parcel
        {
            Weight = weight,
            Dimensions = box == default ? sizes.MaxBy(Volume) : box,
            Description = "Goods",
        };
    }

    private static decimal Volume(Dimensions size) => size.LengthCm * size.WidthCm * size.HeightCm;
}
