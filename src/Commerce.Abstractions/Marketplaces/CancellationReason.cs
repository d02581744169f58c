using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>Why an order is cancelled or refused.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<CancellationReason>))]
public readonly record struct CancellationReason(string Value) : IOpenEnum<CancellationReason>
{
    /// <summary>Gets: there is no stock.</summary>
    public static CancellationReason OutOfStock { get; } = new("out_of_stock");

    /// <summary>Gets: the buyer asked for it.</summary>
    public static CancellationReason BuyerRequest { get; } = new("buyer_request");

    /// <summary>Gets: the address cannot be delivered.</summary>
    public static CancellationReason AddressProblem { get; } = new("address_problem");

    /// <summary>Gets: the price was wrong.</summary>
    public static CancellationReason PricingError { get; } = new("pricing_error");

    /// <summary>Gets: fraud is suspected.</summary>
    public static CancellationReason Fraud { get; } = new("fraud");

    /// <summary>Gets: another reason.</summary>
    public static CancellationReason Other { get; } = new("other");

    /// <inheritdoc/>
    public static CancellationReason From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
