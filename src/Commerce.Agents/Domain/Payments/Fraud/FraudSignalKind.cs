namespace Commerce.Agents.Domain.Payments;

/// <summary>What makes an order more or less risky.</summary>
public enum FraudSignalKind
{
    /// <summary>A signal that was written down before signals had kinds.</summary>
    Unknown,

    /// <summary>A high amount.</summary>
    Amount,

    /// <summary>Many orders in 24 hours.</summary>
    ManyOrders,

    /// <summary>The network address is on the bad list.</summary>
    BadNetworkAddress,

    /// <summary>Billing and shipping differ.</summary>
    OtherBillingAddress,

    /// <summary>A young account.</summary>
    NewAccount,

    /// <summary>The payment method changed often.</summary>
    PaymentMethodChanges,

    /// <summary>The e-mail address is blocked.</summary>
    BlockedEmail,

    /// <summary>The network address is blocked.</summary>
    BlockedNetworkAddress,

    /// <summary>The device is blocked.</summary>
    BlockedDevice,

    /// <summary>The card is blocked.</summary>
    BlockedCard,

    /// <summary>The phone number is blocked.</summary>
    BlockedPhone,

    /// <summary>A buyer with delivered orders and no charge-back: makes the order less risky.</summary>
    TrustedBuyer,
}
