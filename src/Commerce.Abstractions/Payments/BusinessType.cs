using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>What a seller is in law.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<BusinessType>))]
public readonly record struct BusinessType(string Value) : IOpenEnum<BusinessType>
{
    /// <summary>Gets: one person.</summary>
    public static BusinessType Individual { get; } = new("individual");

    /// <summary>Gets: a company.</summary>
    public static BusinessType Company { get; } = new("company");

    /// <summary>Gets: a non-profit organisation.</summary>
    public static BusinessType NonProfit { get; } = new("non_profit");

    /// <summary>Gets: a body of the state.</summary>
    public static BusinessType Government { get; } = new("government_entity");

    /// <inheritdoc/>
    public static BusinessType From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
