namespace Commerce.Carriers;

/// <summary>Which parcel to look for.</summary>
public sealed record TrackingRequest
{
    /// <summary>Gets the number.</summary>
    public required TrackingNumber TrackingNumber { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the recipient's postal code, which some carriers ask for; at most 16 characters.</summary>
    public string? RecipientPostalCode { get; init => field = Guard.OptionalText(value, 16); }

    /// <summary>Gets the language of the texts, such as <c>en</c> or <c>fr</c>.</summary>
    /// <value>The default is <c>en</c>.</value>
    public string Language { get; init => field = Guard.Text(value, 10); } = "en";

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
