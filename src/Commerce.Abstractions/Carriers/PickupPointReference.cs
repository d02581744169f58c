namespace Commerce.Carriers;

/// <summary>The pickup point to deliver to. The recipient stays the person who collects.</summary>
public sealed record PickupPointReference
{
    /// <summary>Gets the point's number, as <see cref="PickupPoint.Id"/> has it: 1 to 40 characters.</summary>
    public required string Id { get; init => field = Guard.Text(value, 40); }

    /// <summary>Gets the name of the shop, which some carriers (UPS) print and demand; at most 200 characters.</summary>
    public string? Name { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets where it is, which some carriers (UPS) demand.</summary>
    public Address? Address { get; init; }
}
