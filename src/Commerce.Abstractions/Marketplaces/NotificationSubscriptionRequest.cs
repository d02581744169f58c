namespace Commerce.Marketplaces;

/// <summary>What a marketplace shall push, and where to.</summary>
public sealed record NotificationSubscriptionRequest
{
    /// <summary>Gets what to push, in the marketplace's word.</summary>
    public required string Type { get; init => field = Guard.Text(value, 200); }

    /// <summary>Gets where to: the address of an endpoint, exactly as the marketplace shall call it, or the name of a queue.</summary>
    public required string Destination { get; init => field = Guard.Text(value, 500); }

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
