namespace Commerce.Carriers;

/// <summary>A collection that was booked.</summary>
public sealed record PickupBooking
{
    /// <summary>Gets the carrier's number.</summary>
    public required string ConfirmationNumber { get; init => field = Guard.Text(value, 100); }

    /// <summary>Gets the day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Gets the site that comes; FedEx needs it to cancel.</summary>
    public string? Location { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets what it costs, when the carrier tells.</summary>
    public Money? Price { get; init; }
}
