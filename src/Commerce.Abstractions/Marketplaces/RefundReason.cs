using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>Why money goes back to a buyer.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<RefundReason>))]
public readonly record struct RefundReason(string Value) : IOpenEnum<RefundReason>
{
    /// <summary>Gets: the goods came back.</summary>
    public static RefundReason Returned { get; } = new("returned");

    /// <summary>Gets: the goods did not arrive.</summary>
    public static RefundReason NotReceived { get; } = new("not_received");

    /// <summary>Gets: the goods are not as described or faulty.</summary>
    public static RefundReason NotAsDescribed { get; } = new("not_as_described");

    /// <summary>Gets: it could not be shipped.</summary>
    public static RefundReason OutOfStock { get; } = new("out_of_stock");

    /// <summary>Gets: the buyer cancelled.</summary>
    public static RefundReason BuyerRequest { get; } = new("buyer_request");

    /// <summary>Gets: a gesture.</summary>
    public static RefundReason Goodwill { get; } = new("goodwill");

    /// <summary>Gets: another reason.</summary>
    public static RefundReason Other { get; } = new("other");

    /// <inheritdoc/>
    public static RefundReason From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
