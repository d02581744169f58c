using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>Where an order is, in words that are the same for every marketplace. The vendor's own word is kept beside it.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<MarketplaceOrderState>))]
public readonly record struct MarketplaceOrderState(string Value) : IOpenEnum<MarketplaceOrderState>
{
    /// <summary>Gets: not paid yet: reserve nothing, ship nothing.</summary>
    public static MarketplaceOrderState PendingPayment { get; } = new("pending_payment");

    /// <summary>Gets: the seller must accept or refuse.</summary>
    public static MarketplaceOrderState AwaitingAcceptance { get; } = new("awaiting_acceptance");

    /// <summary>Gets: accepted; payment or checks are running: do not ship yet.</summary>
    public static MarketplaceOrderState Accepted { get; } = new("accepted");

    /// <summary>Gets: paid and released: ship it.</summary>
    public static MarketplaceOrderState ReadyToShip { get; } = new("ready_to_ship");

    /// <summary>Gets: some of it is shipped.</summary>
    public static MarketplaceOrderState PartiallyShipped { get; } = new("partially_shipped");

    /// <summary>Gets: all of it is shipped.</summary>
    public static MarketplaceOrderState Shipped { get; } = new("shipped");

    /// <summary>Gets: the marketplace knows that it arrived.</summary>
    public static MarketplaceOrderState Delivered { get; } = new("delivered");

    /// <summary>Gets: closed.</summary>
    public static MarketplaceOrderState Completed { get; } = new("completed");

    /// <summary>Gets: cancelled or refused, before or after acceptance.</summary>
    public static MarketplaceOrderState Cancelled { get; } = new("cancelled");

    /// <summary>Gets: all of the money went back.</summary>
    public static MarketplaceOrderState Refunded { get; } = new("refunded");

    /// <summary>Gets: some of the money went back after shipping.</summary>
    public static MarketplaceOrderState PartiallyRefunded { get; } = new("partially_refunded");

    /// <summary>Gets: everything came back.</summary>
    public static MarketplaceOrderState Returned { get; } = new("returned");

    /// <summary>Gets: the marketplace cannot fulfil it.</summary>
    public static MarketplaceOrderState Exception { get; } = new("exception");

    /// <summary>Gets: a state in no table; treat the order as open and look.</summary>
    public static MarketplaceOrderState Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public static MarketplaceOrderState From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
