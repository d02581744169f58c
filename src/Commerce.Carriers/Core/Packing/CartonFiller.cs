namespace Commerce.Carriers.Packing;

/// <summary>Fills one carton, several times in different ways, and keeps the best.</summary>
internal sealed class CartonFiller
{
    private static readonly (int, int, int)[] Turns = [(0, 1, 2), (1, 0, 2), (0, 2, 1), (2, 0, 1), (1, 2, 0), (2, 1, 0)];

    private const int MinSupportPercent = 70;

    private readonly FreeSpaces _spaces = new();
    private readonly List<(PackItem Item, Box Box)> _placed = [];

    /// <summary>Fills a carton.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="carton">The carton.</param>
    /// <param name="starts">How many ways to try; the first that takes everything ends it.</param>
    /// <returns>What lies where, and what is left.</returns>
    internal (List<Placement> Placed, List<PackItem> Left) Fill(IReadOnlyList<PackItem> pieces, Carton carton, int starts)
    {
        var random = new Random(pieces.Count);
        var best = (Volume: -1L, Placed: new List<Placement>(), Left: new List<PackItem>());
        for (var start = 0; start < starts && (start == 0 || best.Left.Count > 0); start++)
        {
            var left = FillOnce(Order(pieces, start, random), carton, start);
            var volume = _placed.Sum(static entry => (long)entry.Box.Length * entry.Box.Width * entry.Box.Height);
            if (volume > best.Volume)
            {
                best = (volume, Placements(), left);
            }
        }

        return (best.Placed, best.Left);
    }

    private static long Volume(PackItem item) => (long)item.Dimensions.LengthMm * item.Dimensions.WidthMm * item.Dimensions.HeightMm;

    private static int Smallest(PackItem item) => Math.Min(item.Dimensions.LengthMm, Math.Min(item.Dimensions.WidthMm, item.Dimensions.HeightMm));

    private static int Largest(PackItem item) => Math.Max(item.Dimensions.LengthMm, Math.Max(item.Dimensions.WidthMm, item.Dimensions.HeightMm));

    // Fragile pieces come last, because nothing may stand on them. Then the large before the small, with some luck after the first tries.
    private static List<PackItem> Order(IReadOnlyList<PackItem> pieces, int start, Random random)
    {
        var luck = start < 4 ? 0 : 0.1 + (0.1 * (start % 5));
        return
        [
            .. pieces
                .Select(piece => (Piece: piece, Rank: Size(piece, start) * (1 - (luck * random.NextDouble()))))
                .OrderBy(static entry => entry.Piece.IsFragile)
                .ThenByDescending(static entry => entry.Rank)
                .Select(static entry => entry.Piece),
        ];
    }

    private static double Size(PackItem piece, int start) => (start % 4) switch
    {
        0 => Volume(piece),
        1 => Largest(piece),
        2 => (double)Volume(piece) / Smallest(piece),
        _ => (double)Volume(piece) * Largest(piece),
    };

    // From the floor up, as a person fills the carton.
    private List<Placement> Placements() =>
    [
        .. _placed.OrderBy(static entry => entry.Box.Z).ThenBy(static entry => entry.Box.Y).ThenBy(static entry => entry.Box.X)
            .Select(static entry => new Placement(entry.Item, entry.Box.X, entry.Box.Y, entry.Box.Z, entry.Box.Length, entry.Box.Width, entry.Box.Height)),
    ];

    private List<PackItem> FillOnce(List<PackItem> pieces, Carton carton, int start)
    {
        var inside = Box.At(0, 0, 0, carton.Inside.LengthMm, carton.Inside.WidthMm, carton.Inside.HeightMm);
        _spaces.Reset(inside);
        _placed.Clear();
        var left = new List<PackItem>();
        var weight = 0L;
        var smallest = SmallestAfter(pieces);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (weight + piece.Weight.Grams > carton.MaxContent.Grams || FindPlace(piece, inside, start) is not { } box)
            {
                left.Add(piece);
                continue;
            }

            weight += piece.Weight.Grams;
            _placed.Add((piece, box));
            _spaces.Take(piece.IsFragile ? box with { EndZ = inside.EndZ } : box, smallest[i]);
        }

        return left;
    }

    private static int[] SmallestAfter(List<PackItem> pieces)
    {
        var smallest = new int[pieces.Count];
        var least = int.MaxValue;
        for (var i = pieces.Count - 1; i >= 0; i--)
        {
            smallest[i] = least;
            least = Math.Min(least, Smallest(pieces[i]));
        }

        return smallest;
    }

    private Box? FindPlace(PackItem piece, in Box inside, int start)
    {
        ReadOnlySpan<int> sides = [piece.Dimensions.LengthMm, piece.Dimensions.WidthMm, piece.Dimensions.HeightMm];
        var turns = piece.KeepUpright ? 2 : Turns.Length;
        Box? best = null;
        var bestScore = long.MaxValue;
        foreach (ref readonly var space in _spaces.All)
        {
            if (piece.IsFragile && space.EndZ != inside.EndZ)
            {
                continue;
            }

            for (var turn = 0; turn < turns; turn++)
            {
                var (length, width, height) = (sides[Turns[turn].Item1], sides[Turns[turn].Item2], sides[Turns[turn].Item3]);
                if (length > space.Length || width > space.Width || height > space.Height)
                {
                    continue;
                }

                var score = Score(space, inside, length, width, height, start);
                var box = Box.At(space.X, space.Y, space.Z, length, width, height);
                if (score < bestScore && IsSupported(box))
                {
                    bestScore = score;
                    best = box;
                }
            }
        }

        return best;
    }

    // What lies on air falls: most of the base must stand on the floor or on other pieces.
    private bool IsSupported(in Box box)
    {
        if (box.Z == 0)
        {
            return true;
        }

        var supported = 0L;
        foreach (var (_, below) in _placed)
        {
            if (below.EndZ == box.Z)
            {
                long length = Math.Min(below.EndX, box.EndX) - Math.Max(below.X, box.X);
                long width = Math.Min(below.EndY, box.EndY) - Math.Max(below.Y, box.Y);
                supported += length > 0 && width > 0 ? length * width : 0;
            }
        }

        return supported * 100 >= (long)box.Length * box.Width * MinSupportPercent;
    }

    private static long Score(in Box space, in Box inside, int length, int width, int height, int start)
    {
        long gapX = space.Length - length, gapY = space.Width - width, gapZ = space.Height - height;
        var (x, y, z) = ((long)space.X + length, (long)space.Y + width, (long)space.Z + height);
        return (start % 3) switch
        {
            0 => (x * x) + (y * y) + (z * z),
            1 => ((x * inside.Width * inside.Height) + (gapY * inside.Length) + (gapZ * inside.Length)),
            _ => Math.Min(gapX, Math.Min(gapY, gapZ)) * 4000 + x + y + z,
        };
    }
}
