using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>What a paper of an order is.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<OrderDocumentKind>))]
public readonly record struct OrderDocumentKind(string Value) : IOpenEnum<OrderDocumentKind>
{
    /// <summary>Gets: the invoice for the buyer.</summary>
    public static OrderDocumentKind Invoice { get; } = new("invoice");

    /// <summary>Gets: the invoice for customs.</summary>
    public static OrderDocumentKind CommercialInvoice { get; } = new("commercial_invoice");

    /// <summary>Gets: the note of a refund.</summary>
    public static OrderDocumentKind CreditNote { get; } = new("credit_note");

    /// <inheritdoc/>
    public static OrderDocumentKind From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
