using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>Where a payout is.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<PayoutStatus>))]
public readonly record struct PayoutStatus(string Value) : IOpenEnum<PayoutStatus>
{
    /// <summary>Gets: not sent yet.</summary>
    public static PayoutStatus Pending { get; } = new("pending");

    /// <summary>Gets: sent to the bank.</summary>
    public static PayoutStatus InTransit { get; } = new("in_transit");

    /// <summary>Gets: arrived; it may still turn into failed within days.</summary>
    public static PayoutStatus Paid { get; } = new("paid");

    /// <summary>Gets: the bank refused it; the money is back.</summary>
    public static PayoutStatus Failed { get; } = new("failed");

    /// <summary>Gets: cancelled.</summary>
    public static PayoutStatus Cancelled { get; } = new("cancelled");

    /// <summary>Gets: a status in no table.</summary>
    public static PayoutStatus Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public static PayoutStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
