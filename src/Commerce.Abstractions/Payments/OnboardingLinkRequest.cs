namespace Commerce.Payments;

/// <summary>A link for a seller to complete their account.</summary>
public sealed record OnboardingLinkRequest
{
    /// <summary>Gets the account.</summary>
    public required ConnectedAccountId AccountId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets where the seller lands when they leave, done or not.</summary>
    public required Uri ReturnUrl { get; init => field = Guard.NotNull(value); }

    /// <summary>Gets where the seller lands when the link is used up: make a new one there.</summary>
    public required Uri RefreshUrl { get; init => field = Guard.NotNull(value); }
}
