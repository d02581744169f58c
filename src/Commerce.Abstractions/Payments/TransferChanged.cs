namespace Commerce.Payments;

/// <summary>A transfer to a seller is new or has changed, or was taken back.</summary>
public sealed record TransferChanged : PaymentEvent
{
    /// <summary>Gets the transfer as it was at that moment.</summary>
    public required Transfer Transfer { get; init => field = Guard.NotNull(value); }
}
