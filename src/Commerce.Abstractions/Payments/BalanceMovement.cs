namespace Commerce.Payments;

/// <summary>One movement of a balance.</summary>
public sealed record BalanceMovement
{
    /// <summary>Gets the gateway's key.</summary>
    public required string Id { get; init => field = Guard.Text(value, 200); }

    /// <summary>Gets what it is, in the gateway's word: <c>charge</c>, <c>refund</c>, <c>payout</c>.</summary>
    public required string Type { get; init => field = Guard.Text(value, 100); }

    /// <summary>Gets what it is, in common words.</summary>
    /// <value>The default is <see cref="MovementKind.Unknown"/>.</value>
    public MovementKind Kind { get; init => field = Guard.NotDefault(value); } = MovementKind.Unknown;

    /// <summary>Gets the amount before fees; negative when money left.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets the fees.</summary>
    public required Money Fee { get; init; }

    /// <summary>Gets what changed the balance: amount less fees.</summary>
    public required Money Net { get; init; }

    /// <summary>Gets the gateway's key of what caused it.</summary>
    public string? SourceId { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets when it happened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets from when on the money can be moved.</summary>
    public DateTimeOffset? AvailableAt { get; init; }

    /// <summary>Gets the payment that caused it, when the gateway tells.</summary>
    public GatewayPaymentId? PaymentId { get; init; }

    /// <summary>Gets how much of the balance's currency one unit of the payment's gave; absent without a conversion.</summary>
    public decimal? ExchangeRate { get; init; }

    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }
}
