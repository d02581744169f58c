namespace Commerce.Payments;

/// <summary>Whether, and for what, the method of a payment is saved with its customer.</summary>
public enum SaveMethod
{
    /// <summary>Not saved.</summary>
    No,

    /// <summary>For payments with the buyer present.</summary>
    OnSession,

    /// <summary>For payments with or without the buyer, who agreed to both.</summary>
    OffSession,
}
