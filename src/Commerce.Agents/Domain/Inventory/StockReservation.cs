namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units that are kept for an order or a transfer.</summary>
public sealed record StockReservation
{
    /// <summary>Gets where it is.</summary>
    public ReservationStatus Status { get; init; }

    /// <summary>Gets how often it was asked for.</summary>
    public int Attempt { get; init; }

    /// <summary>Gets what is asked for or kept; what has left is not in it any more.</summary>
    public IReadOnlyList<StockLine> Lines { get; init; } = [];

    /// <summary>Gets the lines whose levels have said yes, while it is requested or waits.</summary>
    public IReadOnlyList<StockLine> Kept { get; init; } = [];

    /// <summary>Gets what was missing at the last attempt, or is waited for.</summary>
    public IReadOnlyList<StockShortage> Shortages { get; init; } = [];

    /// <summary>Gets the turn in which it waits; nothing when it does not.</summary>
    public StockTurn? Turn { get; init; }

    /// <summary>Gets how long it is kept once it is active.</summary>
    public TimeSpan Lifetime { get; init; }

    /// <summary>Gets until when; nothing when there is no limit.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
