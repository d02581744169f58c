namespace Commerce.Carriers.Packing;

/// <summary>
/// Packs with maximal empty spaces, from many starts: good packings in milliseconds, not proven best ones. Fragile pieces end on top. Holds no state.
/// </summary>
public sealed class Cartonizer : ICartonizer
{
    private const int MaxPieces = 1000;
    private const int Starts = 60;

    /// <inheritdoc/>
    public Outcome<IReadOnlyList<PackedCarton>> Pack(IReadOnlyList<PackItem> items, IReadOnlyList<Carton> cartons)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(cartons);
        var count = items.Sum(static item => item.Quantity);
        if (count is 0 or > MaxPieces || cartons.Count == 0)
        {
            var (field, problem) = cartons.Count == 0 ? ("cartons", "are none: give at least one") : ("items", $"have {count} pieces: give 1 to {MaxPieces}");
            return Outcome.Refused<IReadOnlyList<PackedCarton>>(RefusalCode.Validation, $"{field} {problem}.");
        }

        if (items.FirstOrDefault(item => !cartons.Any(carton => Fits(item, carton))) is { } misfit)
        {
            return Outcome.Refused<IReadOnlyList<PackedCarton>>(
                RefusalCode.NotSupported, $"The item {misfit.Id} ({misfit.Dimensions}, {misfit.Weight}) fits into no carton: add a larger or stronger one.");
        }

        var sizes = cartons.OrderBy(Volume).ToList();
        var left = items.SelectMany(static item => Enumerable.Repeat(item, item.Quantity)).ToList();
        var filler = new CartonFiller();
        var packed = new List<PackedCarton>();
        while (left.Count > 0)
        {
            if (SmallestForAll(filler, left, sizes) is { } last)
            {
                packed.Add(last);
                break;
            }

            // The largest carton that takes a piece; what went in may fit into a smaller one after all.
            var carton = sizes.FindLast(carton => left.Exists(piece => Fits(piece, carton)))!;
            var (placed, rest) = filler.Fill(left, carton, Starts);
            var pieces = placed.ConvertAll(static placement => placement.Item);
            packed.Add(SmallestForAll(filler, pieces, sizes.TakeWhile(size => size != carton)) ?? new PackedCarton(carton, placed));
            left = rest;
        }

        return Outcome.Of<IReadOnlyList<PackedCarton>>(packed);
    }

    private static PackedCarton? SmallestForAll(CartonFiller filler, IReadOnlyList<PackItem> pieces, IEnumerable<Carton> sizes)
    {
        var volume = pieces.Sum(static piece => Volume(piece.Dimensions));
        var weight = pieces.Sum(static piece => piece.Weight.Grams);
        foreach (var carton in sizes.Where(carton => volume <= Volume(carton) && weight <= carton.MaxContent.Grams))
        {
            if (filler.Fill(pieces, carton, Starts) is ({ } placed, { Count: 0 }))
            {
                return new PackedCarton(carton, placed);
            }
        }

        return null;
    }

    private static long Volume(Carton carton) => Volume(carton.Inside);

    private static long Volume(Dimensions size) => (long)size.LengthMm * size.WidthMm * size.HeightMm;

    private static bool Fits(PackItem item, Carton carton)
    {
        if (item.Weight > carton.MaxContent)
        {
            return false;
        }

        var (piece, inside) = (item.Dimensions, carton.Inside);
        Span<int> sides = item.KeepUpright ? [piece.LengthMm, piece.WidthMm] : [piece.LengthMm, piece.WidthMm, piece.HeightMm];
        Span<int> limits = item.KeepUpright ? [inside.LengthMm, inside.WidthMm] : [inside.LengthMm, inside.WidthMm, inside.HeightMm];
        sides.Sort();
        limits.Sort();
        for (var i = 0; i < sides.Length; i++)
        {
            if (sides[i] > limits[i])
            {
                return false;
            }
        }

        return !item.KeepUpright || piece.HeightMm <= inside.HeightMm;
    }
}
