namespace Commerce.Payments;

/// <summary>A saved payment method: what may be shown of it.</summary>
/// <param name="Token">The gateway's token.</param>
/// <param name="Type">The gateway's word for its kind: <c>card</c>.</param>
/// <param name="Brand">The brand of a card.</param>
/// <param name="LastFour">The last four digits.</param>
/// <param name="ExpiryYear">The year of expiry.</param>
/// <param name="ExpiryMonth">The month of expiry: 1 to 12.</param>
public sealed record SavedMethod(
    PaymentMethodToken Token, string Type, string? Brand, string? LastFour, int? ExpiryYear, int? ExpiryMonth)
{
    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }
}
