namespace Commerce.Payments;

/// <summary>Where a payment is in the platform's books.</summary>
public enum PaymentState
{
    /// <summary>Waits for a method, for confirmation or for the buyer.</summary>
    Pending,

    /// <summary>The bank is asked.</summary>
    Processing,

    /// <summary>The attempt was declined; another one may follow.</summary>
    Failed,

    /// <summary>The money is held.</summary>
    Authorized,

    /// <summary>Given up before money was taken.</summary>
    Cancelled,

    /// <summary>The hold ran out before money was taken.</summary>
    Expired,

    /// <summary>Money was taken, in full or in part.</summary>
    Succeeded,

    /// <summary>A part of what was taken was paid back.</summary>
    PartiallyRefunded,

    /// <summary>Everything that was taken was paid back.</summary>
    Refunded,
}
