namespace Commerce.Samples.Worker.Payments;

/// <summary>What the payment provider said.</summary>
/// <param name="Reference">The provider's reference.</param>
/// <param name="Decline">Why the money does not come; <see langword="null"/> when it does.</param>
public sealed record PaymentAnswer(string Reference, string? Decline = null);
