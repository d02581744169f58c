namespace Commerce.Carriers;

/// <summary>What a price is asked for.</summary>
public sealed record RateRequest
{
    /// <summary>Gets where the parcels start.</summary>
    public required Party Sender { get; init => field = Guard.NotNull(value); }

    /// <summary>Gets where they go.</summary>
    public required Party Recipient { get; init => field = Guard.NotNull(value); }

    /// <summary>Gets the parcels: 1 to 99.</summary>
    public required IReadOnlyList<Parcel> Parcels { get; init => field = Guard.NotEmpty(value, 99); }

    /// <summary>Gets the one service to price; <see langword="null"/> for all.</summary>
    public CarrierService? Service { get; init; }

    /// <summary>Gets the day of hand-over; the day of the call when not given.</summary>
    public DateOnly? ShipDate { get; init; }

    /// <summary>Gets what is asked for beyond plain transport.</summary>
    public ShipmentOptions Options { get; init => field = Guard.NotNull(value); } = ShipmentOptions.None;

    /// <summary>Gets the pickup point to deliver to.</summary>
    public PickupPointReference? PickupPoint { get; init; }

    /// <summary>Gets the goods, which some carriers (FedEx) price by across borders.</summary>
    public CustomsDeclaration? Customs { get; init; }

    /// <summary>Gets a value indicating whether only documents are sent, which have prices of their own.</summary>
    public bool IsDocuments { get; init; }

    /// <summary>Gets the value of the goods, which carriers ask for across borders.</summary>
    public Money? GoodsValue { get; init => field = value is null ? null : Guard.NotNegative(value.Value); }

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
