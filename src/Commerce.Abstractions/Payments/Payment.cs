namespace Commerce.Payments;

/// <summary>A payment as the gateway sees it.</summary>
public sealed record Payment
{
    /// <summary>Gets the gateway's key.</summary>
    public required GatewayPaymentId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets where it is.</summary>
    public required PaymentStatus Status { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the gateway's own word for that.</summary>
    public required string VendorStatus { get; init => field = Guard.OptionalText(value ?? "", 100)!; }

    /// <summary>Gets the amount that was asked for.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets what is held and can still be captured.</summary>
    public required Money Capturable { get; init; }

    /// <summary>Gets what was captured.</summary>
    public required Money Captured { get; init; }

    /// <summary>Gets what was paid back, when the gateway tells with the payment.</summary>
    public Money? Refunded { get; init; }

    /// <summary>Gets when it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets until when held money must be captured, when the gateway tells.</summary>
    public DateTimeOffset? CaptureBy { get; init; }

    /// <summary>Gets what the buyer must do, when the status asks for it.</summary>
    public PaymentAction? NextAction { get; init; }

    /// <summary>Gets why the last attempt was declined.</summary>
    public Decline? LastDecline { get; init; }

    /// <summary>Gets the secret with which the buyer's browser finishes the payment.</summary>
    public Secret? ClientSecret { get; init; }

    /// <summary>Gets the payment method that was used.</summary>
    public PaymentMethodToken? Method { get; init; }

    /// <summary>Gets the notes by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets the gateway's key of the latest charge, which movements and fees name; at most 200 characters.</summary>
    public string? ChargeId { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets a value indicating whether the held amount may be raised; absent when the gateway does not tell.</summary>
    public bool? CanIncrease { get; init; }

    /// <summary>Gets a value indicating whether it may be captured in several parts; absent when the gateway does not tell.</summary>
    public bool? CanCaptureAgain { get; init; }
}
