namespace Commerce.Carriers.ColisPrive;

/// <summary>A parcel's code and the recipient's postal code: together the number that customers see, and the key of every question.</summary>
internal readonly record struct ColisPriveNumber(string Parcel, string PostalCode)
{
    private const int ParcelLength = 12;
    private const int PostalCodeLength = 5;

    internal TrackingNumber Tracking => new(Parcel + PostalCode);

    internal static ColisPriveNumber? TryRead(string number, string? postalCode)
    {
        var text = number.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return text.Length == ParcelLength + PostalCodeLength && text[ParcelLength..].All(char.IsAsciiDigit)
            ? new ColisPriveNumber(text[..ParcelLength], text[ParcelLength..])
            : text.Length is > 0 and <= ParcelLength && postalCode?.Trim() is { Length: PostalCodeLength } code ? new ColisPriveNumber(text, code) : null;
    }

    internal static ColisPriveNumber Read(TrackingRequest request) =>
        TryRead(request.TrackingNumber.Value, request.RecipientPostalCode) ?? throw new ArgumentException(
            "A Colis Privé number has 17 characters, or 12 with the recipient's five-digit postal code in RecipientPostalCode.", nameof(request));
}
