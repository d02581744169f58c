using System.Text.Json.Serialization;

namespace Commerce.Payments.Payouts;

/// <summary>What a line of a merchant's settlement is. A platform may add kinds of its own.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<SettlementKind>))]
public readonly record struct SettlementKind(string Value) : IOpenEnum<SettlementKind>
{
    /// <summary>Gets: a sale, less commission and fees.</summary>
    public static SettlementKind Sale { get; } = new("sale");

    /// <summary>Gets: a refund, less what the platform gave back.</summary>
    public static SettlementKind Refund { get; } = new("refund");

    /// <summary>Gets: money kept back for refunds to come.</summary>
    public static SettlementKind ReserveHeld { get; } = new("reserve_held");

    /// <summary>Gets: money that was kept back and is free again.</summary>
    public static SettlementKind ReserveReleased { get; } = new("reserve_released");

    /// <summary>Gets: anything else that is owed or forgiven.</summary>
    public static SettlementKind Adjustment { get; } = new("adjustment");

    /// <inheritdoc/>
    public static SettlementKind From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
