using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>What a movement of a balance is, in words that are the same for every gateway.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<MovementKind>))]
public readonly record struct MovementKind(string Value) : IOpenEnum<MovementKind>
{
    /// <summary>Gets: a buyer's money came in.</summary>
    public static MovementKind Capture { get; } = new("capture");

    /// <summary>Gets: a buyer's money went back, or a refund failed and its money returned.</summary>
    public static MovementKind Refund { get; } = new("refund");

    /// <summary>Gets: a bank took money for a dispute, or gave it back.</summary>
    public static MovementKind Dispute { get; } = new("dispute");

    /// <summary>Gets: money moved to a seller or back.</summary>
    public static MovementKind Transfer { get; } = new("transfer");

    /// <summary>Gets: money went to a bank account or came back from it.</summary>
    public static MovementKind Payout { get; } = new("payout");

    /// <summary>Gets: commission of a seller's payment came in or was given back.</summary>
    public static MovementKind Commission { get; } = new("commission");

    /// <summary>Gets: a fee of the gateway by itself, not part of another movement.</summary>
    public static MovementKind Fee { get; } = new("fee");

    /// <summary>Gets: the platform's own money came in or went back.</summary>
    public static MovementKind TopUp { get; } = new("top_up");

    /// <summary>Gets: a kind in no table; see <see cref="BalanceMovement.Type"/>.</summary>
    public static MovementKind Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public static MovementKind From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
