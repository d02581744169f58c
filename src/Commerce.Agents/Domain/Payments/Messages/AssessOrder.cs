namespace Commerce.Agents.Domain.Payments;

/// <summary>Asks how risky an order is. Answered by <see cref="FraudAssessed"/>, which is told to everyone as well; an order is assessed once.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Customer">Who buys.</param>
/// <param name="Amount">The amount.</param>
/// <param name="HasOtherBillingAddress">Whether billing and shipping differ.</param>
public sealed record AssessOrder(
    OrderId OrderId, string Customer, Money Amount, bool HasOtherBillingAddress) : IMessage
{
    /// <summary>Gets the buyer's e-mail address. Personal data.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>Gets the address the order came from: IP version 4 or 6. Personal data.</summary>
    public string? NetworkAddress { get; init; }

    /// <summary>Gets the shop's fingerprint of the device the order came from. Personal data.</summary>
    public string? Device { get; init; }

    /// <summary>Gets the buyer's phone number. Personal data.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>Gets the gateway's fingerprint of the card or other payment method: the same for the same card, never its number.</summary>
    public string? PaymentMethodFingerprint { get; init; }

    /// <summary>Gets when the account was opened; the first order counts when not given.</summary>
    public DateTimeOffset? AccountOpenedAt { get; init; }

    /// <summary>Names the order alone: the rest is personal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(AssessOrder)} {OrderId}";
}
