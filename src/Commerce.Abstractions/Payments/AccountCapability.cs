using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>Something that a seller's account may be allowed to do; a gateway has more words than these.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<AccountCapability>))]
public readonly record struct AccountCapability(string Value) : IOpenEnum<AccountCapability>
{
    /// <summary>Gets: taking cards on the account itself.</summary>
    public static AccountCapability CardPayments { get; } = new("card_payments");

    /// <summary>Gets: receiving transfers of the platform.</summary>
    public static AccountCapability Transfers { get; } = new("transfers");

    /// <inheritdoc/>
    public static AccountCapability From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
