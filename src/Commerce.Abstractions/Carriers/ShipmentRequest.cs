namespace Commerce.Carriers;

/// <summary>What a carrier is asked to transport.</summary>
public sealed record ShipmentRequest
{
    /// <summary>Gets the caller's name of this purchase: sent as the carrier's reference, and found again by it after a lost answer.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the service, in the carrier's code.</summary>
    public required CarrierService Service { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets where the parcels start.</summary>
    public required Party Sender { get; init => field = Guard.NotNull(value); }

    /// <summary>Gets where they go.</summary>
    public required Party Recipient { get; init => field = Guard.NotNull(value); }

    /// <summary>Gets the parcels: 1 to 99.</summary>
    public required IReadOnlyList<Parcel> Parcels { get; init => field = Guard.NotEmpty(value, 99); }

    /// <summary>Gets the reference printed on the label, such as the order number; at most 35 characters.</summary>
    public string? Reference { get; init => field = Guard.OptionalText(value, 35); }

    /// <summary>Gets the day of hand-over; the day of the call when not given.</summary>
    public DateOnly? ShipDate { get; init; }

    /// <summary>Gets the form of the labels.</summary>
    public LabelSpecification Label { get; init => field = Guard.NotNull(value); } = new();

    /// <summary>Gets what is asked for beyond plain transport.</summary>
    public ShipmentOptions Options { get; init => field = Guard.NotNull(value); } = ShipmentOptions.None;

    /// <summary>Gets the pickup point to deliver to.</summary>
    public PickupPointReference? PickupPoint { get; init; }

    /// <summary>Gets the customs declaration; needed when goods leave a customs union.</summary>
    public CustomsDeclaration? Customs { get; init; }

    /// <summary>Gets a value indicating whether only documents are sent.</summary>
    public bool IsDocuments { get; init; }

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
