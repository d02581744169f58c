namespace Commerce.Payments;

/// <summary>A payment to create and to keep in the books.</summary>
public sealed record NewPayment
{
    /// <summary>Gets the payment: the same one again when the first call got no answer.</summary>
    public required PaymentId Id { get; init; }

    /// <summary>Gets the order that it pays.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>Gets the name of the gateway account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets what the gateway is asked. The manager adds the notes <c>payment_id</c> and <c>order_id</c>, by which it knows the payment again.</summary>
    public required CreatePaymentRequest Request { get; init; }
}
