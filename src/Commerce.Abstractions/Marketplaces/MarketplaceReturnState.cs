using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>Where a return is.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<MarketplaceReturnState>))]
public readonly record struct MarketplaceReturnState(string Value) : IOpenEnum<MarketplaceReturnState>
{
    /// <summary>Gets: the seller must accept or refuse.</summary>
    public static MarketplaceReturnState AwaitingDecision { get; } = new("awaiting_decision");

    /// <summary>Gets: accepted; the goods are on their way or to be sent.</summary>
    public static MarketplaceReturnState Accepted { get; } = new("accepted");

    /// <summary>Gets: the goods are back.</summary>
    public static MarketplaceReturnState Received { get; } = new("received");

    /// <summary>Gets: closed.</summary>
    public static MarketplaceReturnState Closed { get; } = new("closed");

    /// <summary>Gets: refused by the seller.</summary>
    public static MarketplaceReturnState Refused { get; } = new("refused");

    /// <summary>Gets: withdrawn by the buyer or the marketplace.</summary>
    public static MarketplaceReturnState Cancelled { get; } = new("cancelled");

    /// <summary>Gets: a state in no table.</summary>
    public static MarketplaceReturnState Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public static MarketplaceReturnState From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
