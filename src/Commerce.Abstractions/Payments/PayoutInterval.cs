using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>How often an account is paid out.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<PayoutInterval>))]
public readonly record struct PayoutInterval(string Value) : IOpenEnum<PayoutInterval>
{
    /// <summary>Gets: only when asked for.</summary>
    public static PayoutInterval Manual { get; } = new("manual");

    /// <summary>Gets: every day.</summary>
    public static PayoutInterval Daily { get; } = new("daily");

    /// <summary>Gets: on days of the week.</summary>
    public static PayoutInterval Weekly { get; } = new("weekly");

    /// <summary>Gets: on days of the month.</summary>
    public static PayoutInterval Monthly { get; } = new("monthly");

    /// <inheritdoc/>
    public static PayoutInterval From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
