namespace Commerce.Carriers;

/// <summary>Which shipment to look for.</summary>
public sealed record FindShipmentRequest
{
    /// <summary>Gets the key of the purchase (<see cref="ShipmentRequest.Key"/>).</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the first day on which it can have been bought; 14 days ago when not given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Gets the last day on which it can have been bought; today when not given.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Gets the form in which the label is wanted again.</summary>
    public LabelSpecification Label { get; init => field = Guard.NotNull(value); } = new();
}
