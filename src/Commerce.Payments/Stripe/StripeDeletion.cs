namespace Commerce.Payments.Stripe;

/// <summary>Something that Stripe has deleted.</summary>
/// <param name="Id">Stripe's key of it.</param>
public sealed record StripeDeletion(string Id)
{
    /// <summary>Gets the id that Stripe's support asks for.</summary>
    public string? RequestId { get; init; }
}
