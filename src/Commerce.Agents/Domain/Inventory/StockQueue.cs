namespace Commerce.Agents.Domain.Inventory;

/// <summary>
/// Gives the units that come to those who wait for them, before anybody new gets any. The first in the queue gets all that there is until it has
/// enough, so that a large claim is not overtaken by small ones. Pure functions.
/// </summary>
public static class StockQueue
{
    /// <summary>Puts a claim into the queue behind those of the same turn, and gives out what there is.</summary>
    /// <param name="level">The level.</param>
    /// <param name="claim">The claim.</param>
    /// <returns>What came of it.</returns>
    public static StockServing Join(StockLevel level, StockClaim claim)
    {
        ArgumentNullException.ThrowIfNull(level);
        ArgumentNullException.ThrowIfNull(claim);
        return Serve(level with
        {
            Waiting = [.. level.Waiting.Append(claim).OrderByDescending(static one => one.Turn.Priority).ThenBy(static one => one.Turn.Since)],
        });
    }

    /// <summary>Takes a claim out of the queue, and gives what was kept for it to the next.</summary>
    /// <param name="level">The level.</param>
    /// <param name="reservationId">Whose claim.</param>
    /// <param name="attempt">Which attempt of it.</param>
    /// <returns>What came of it; nothing changes when there is no such claim. What went back to the level counts as given when the next has it.</returns>
    public static StockServing Leave(StockLevel level, Guid reservationId, int attempt)
    {
        ArgumentNullException.ThrowIfNull(level);
        return level.Waiting.FirstOrDefault(claim => claim.ReservationId == reservationId && claim.Attempt == attempt) is { } claim
            ? Serve(level with { Reserved = level.Reserved - claim.Kept, Waiting = [.. level.Waiting.Where(one => one != claim)] })
            : new StockServing(level, 0, []);
    }

    /// <summary>Takes units back that are kept for those who wait, from the last of them first.</summary>
    /// <param name="level">The level.</param>
    /// <param name="quantity">How many: 0 or more; all that are kept when there are fewer.</param>
    /// <returns>The level, with those units not reserved any more.</returns>
    public static StockLevel TakeBack(StockLevel level, int quantity)
    {
        ArgumentNullException.ThrowIfNull(level);
        ArgumentOutOfRangeException.ThrowIfNegative(quantity);
        var left = quantity;
        var waiting = new List<StockClaim>();
        foreach (var claim in level.Waiting.Reverse())
        {
            var share = Math.Min(left, claim.Kept);
            left -= share;
            waiting.Insert(0, claim with { Kept = claim.Kept - share });
        }

        return level with { Reserved = level.Reserved - (quantity - left), Waiting = waiting };
    }

    /// <summary>Gives what can be sold to those who wait.</summary>
    /// <param name="level">The level.</param>
    /// <returns>What came of it.</returns>
    public static StockServing Serve(StockLevel level)
    {
        ArgumentNullException.ThrowIfNull(level);
        var left = Math.Max(0, level.Available);
        List<StockClaim> served = [], waiting = [];
        foreach (var claim in level.Waiting)
        {
            var share = Math.Min(left, claim.Missing);
            left -= share;
            var claimed = claim with { Kept = claim.Kept + share };
            (claimed.Missing == 0 ? served : waiting).Add(claimed);
        }

        var given = Math.Max(0, level.Available) - left;
        return new StockServing(level with { Reserved = level.Reserved + given, Waiting = waiting }, given, served);
    }
}
