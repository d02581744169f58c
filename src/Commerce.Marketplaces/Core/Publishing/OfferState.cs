namespace Commerce.Marketplaces.Publishing;

/// <summary>What an offer shall be at an account, and what the account has. The two are pushed together until they agree.</summary>
public sealed record OfferState
{
    /// <summary>Gets the offer.</summary>
    public required OfferKey Key { get; init; }

    /// <summary>Gets the quantity wanted; absent for a price.</summary>
    public int? Quantity { get; init; }

    /// <summary>Gets the price wanted; absent for a quantity.</summary>
    public Money? Price { get; init; }

    /// <summary>Gets the number of the value wanted: each new value has the next one.</summary>
    public long Revision { get; init; }

    /// <summary>Gets the number of the value that the account has; 0 before the first.</summary>
    public long PushedRevision { get; init; }

    /// <summary>Gets the quantity that the account has.</summary>
    public int? PushedQuantity { get; init; }

    /// <summary>Gets the price that the account has.</summary>
    public Money? PushedPrice { get; init; }

    /// <summary>Gets the number of the value that a person let through in spite of the limits.</summary>
    public long ReleasedRevision { get; init; }

    /// <summary>Gets how often the account refused the value.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets before when it is not pushed.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Gets why the account refused the value, or why it is held. No personal data.</summary>
    public string? Refusal { get; init; }

    /// <summary>Gets a value indicating whether a person must let it through: <see cref="OfferPublisher.ReleaseAsync"/>.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Gets a value indicating whether the account does not have it yet.</summary>
    public bool IsPending => Revision > PushedRevision;
}
