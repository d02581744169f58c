namespace Commerce.Payments;

/// <summary>The saving of a payment method, without a payment.</summary>
public sealed record MethodSetup
{
    /// <summary>Gets the gateway's key.</summary>
    public required MethodSetupId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets where it is.</summary>
    public required MethodSetupStatus Status { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the gateway's own word for that.</summary>
    public required string VendorStatus { get; init => field = Guard.OptionalText(value ?? "", 100)!; }

    /// <summary>Gets the method, once there is one.</summary>
    public PaymentMethodToken? Method { get; init; }

    /// <summary>Gets the customer.</summary>
    public GatewayCustomerId? Customer { get; init; }

    /// <summary>Gets what the buyer must do, when the status asks for it.</summary>
    public PaymentAction? NextAction { get; init; }

    /// <summary>Gets why the last attempt was declined.</summary>
    public Decline? LastDecline { get; init; }

    /// <summary>Gets the secret with which the buyer's browser finishes it.</summary>
    public Secret? ClientSecret { get; init; }

    /// <summary>Gets when it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets the notes by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }
}
