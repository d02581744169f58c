namespace Commerce.Marketplaces;

/// <summary>That the marketplace pushes something.</summary>
public sealed record NotificationSubscription
{
    /// <summary>Gets the marketplace's key.</summary>
    public required NotificationSubscriptionId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets what is pushed, in the marketplace's word: <see cref="MarketplaceNotification.Type"/>.</summary>
    public required string Type { get; init => field = Guard.Text(value, 200); }

    /// <summary>Gets where to: the address of an endpoint, or the marketplace's key of a queue.</summary>
    public required string Destination { get; init => field = Guard.Text(value, 500); }

    /// <summary>Gets a value indicating whether it pushes.</summary>
    public required bool IsActive { get; init; }
}
