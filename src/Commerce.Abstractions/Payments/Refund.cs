namespace Commerce.Payments;

/// <summary>A refund as the gateway sees it.</summary>
public sealed record Refund
{
    /// <summary>Gets the gateway's key.</summary>
    public required GatewayRefundId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the payment.</summary>
    public required GatewayPaymentId PaymentId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets where it is.</summary>
    public required RefundStatus Status { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets why it failed, in the gateway's word.</summary>
    public string? FailureReason { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets when it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }
}
