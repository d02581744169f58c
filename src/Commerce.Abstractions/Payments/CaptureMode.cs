namespace Commerce.Payments;

/// <summary>When money is taken.</summary>
public enum CaptureMode
{
    /// <summary>As soon as the payment is confirmed.</summary>
    Automatic,

    /// <summary>Held first, taken by <see cref="IPaymentGateway.CapturePaymentAsync"/>.</summary>
    Manual,
}
