using Commerce.Marketplaces.BackMarket.Wire;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>
/// Tells whether the money of lines is for the whole line or for one piece: the sum of the order says so. Pure functions.
/// </summary>
internal static class BackMarketAmounts
{
    /// <summary>Gives the money of each whole line; nothing for a line of several pieces whose order does not tell how to read it.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="read">Takes the money out of a line.</param>
    /// <param name="total">What the order says of all lines together.</param>
    /// <param name="otherwise">How to read it when the sums say nothing.</param>
    internal static IReadOnlyList<decimal?> WholeLines(
        IReadOnlyList<BackMarketOrderLine> lines, Func<BackMarketOrderLine, decimal?> read, decimal? total, BackMarketLinePrice? otherwise)
    {
        var reading = Reading(lines, read, total) ?? otherwise;
        return [.. lines.Select(line => (read(line), line.Quantity ?? 1, reading) switch
        {
            (null, _, _) => null,
            (var amount, 1, _) => amount,
            (var amount, _, BackMarketLinePrice.WholeLine) => amount,
            (var amount, var quantity, BackMarketLinePrice.OnePiece) => amount * quantity,
            _ => null,
        })];
    }

    private static BackMarketLinePrice? Reading(IReadOnlyList<BackMarketOrderLine> lines, Func<BackMarketOrderLine, decimal?> read, decimal? total)
    {
        if (total is null || lines.Any(line => read(line) is null))
        {
            return null;
        }

        return lines.Sum(read) == total
            ? BackMarketLinePrice.WholeLine
            : lines.Sum(line => read(line) * (line.Quantity ?? 1)) == total ? BackMarketLinePrice.OnePiece : null;
    }
}
