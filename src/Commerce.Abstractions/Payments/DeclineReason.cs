using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>Why a payment was declined, in words that are the same for every gateway.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<DeclineReason>))]
public readonly record struct DeclineReason(string Value) : IOpenEnum<DeclineReason>
{
    /// <summary>Gets: not enough money.</summary>
    public static DeclineReason InsufficientFunds { get; } = new("insufficient_funds");

    /// <summary>Gets: the bank said no without a reason.</summary>
    public static DeclineReason CardDeclined { get; } = new("card_declined");

    /// <summary>Gets: the card has expired.</summary>
    public static DeclineReason ExpiredCard { get; } = new("expired_card");

    /// <summary>Gets: number, date, code or postcode are wrong.</summary>
    public static DeclineReason IncorrectDetails { get; } = new("incorrect_details");

    /// <summary>Gets: the buyer must authenticate.</summary>
    public static DeclineReason AuthenticationRequired { get; } = new("authentication_required");

    /// <summary>Gets: card or currency are not supported.</summary>
    public static DeclineReason NotSupported { get; } = new("not_supported");

    /// <summary>Gets: a limit of the card is reached.</summary>
    public static DeclineReason LimitExceeded { get; } = new("limit_exceeded");

    /// <summary>Gets: lost, stolen or fraudulent: never tell the buyer which.</summary>
    public static DeclineReason Suspicious { get; } = new("suspicious");

    /// <summary>Gets: a passing problem on the way.</summary>
    public static DeclineReason ProcessingError { get; } = new("processing_error");

    /// <summary>Gets: another reason.</summary>
    public static DeclineReason Other { get; } = new("other");

    /// <inheritdoc/>
    public static DeclineReason From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
