using System.Globalization;
using Commerce.Carriers.FedEx.Wire;
using Commerce.Http;

namespace Commerce.Carriers.FedEx;

/// <summary>Our words to FedEx's and back: what all operations share. Pure functions.</summary>
internal static partial class FedExMapping
{
    internal const string OwnPackaging = "YOUR_PACKAGING";

    // FedEx Ground reads 30 characters of a reference, Express 40.
    private const int ReferenceLength = 30;

    internal static string Reference(OperationKey key) => VendorReference.From(key, ReferenceLength);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static ShippedParcel Parcel(string number) => new()
    {
        TrackingNumber = new TrackingNumber(number),
        TrackingUrl = new Uri("https://www.fedex.com/fedextrack/?trknbr=" + Uri.EscapeDataString(number)),
    };

    internal static string Packaging(IReadOnlyList<Parcel> parcels) => parcels[0].Packaging ?? OwnPackaging;

    internal static FedExAddress ToAddress(Address address, bool? isResidential = null) => new()
    {
        StreetLines = [.. address.Fold(FedExCapabilities.AddressLines, FedExCapabilities.AddressLineLength) ?? address.EnumerateLines()],
        City = WireText.Cut(address.City, 35),
        StateOrProvinceCode = State(address),
        PostalCode = address.PostalCode.Length == 0 ? null : address.PostalCode,
        CountryCode = address.Country.Value,
        Residential = isResidential,
    };

    internal static FedExContact ToContact(Contact contact) => new()
    {
        PersonName = contact.Name is null ? null : WireText.Cut(contact.Name, 70),
        CompanyName = string.IsNullOrWhiteSpace(contact.Company) ? null : WireText.Cut(contact.Company, 35),
        PhoneNumber = contact.Phone is { } phone ? Phone(phone) : null,
        EmailAddress = contact.Email is { Value.Length: <= 80 } email ? email.Value : null,
    };

    internal static Address? FromAddress(FedExAddress? wire) => wire is { City: { Length: > 0 } city, CountryCode: { Length: 2 } country }
        ? new Address
        {
            Line1 = wire.StreetLines is [{ Length: > 0 } first, ..] ? first : city,
            Line2 = wire.StreetLines?.ElementAtOrDefault(1),
            Line3 = wire.StreetLines?.ElementAtOrDefault(2),
            City = city,
            PostalCode = wire.PostalCode ?? "",
            Region = string.IsNullOrEmpty(wire.StateOrProvinceCode) ? null : wire.StateOrProvinceCode,
            Country = CountryCode.Parse(country),
        }
        : null;

    // Hundredths of a kilogram, rounded up so that no parcel is declared too light.
    internal static FedExWeight ToWeight(Weight weight) => new("KG", decimal.Ceiling(weight.Kilograms * 100) / 100);

    internal static Weight Total(IReadOnlyList<Parcel> parcels) => Weight.FromGrams(parcels.Sum(static parcel => parcel.Weight.Grams));

    internal static FedExMoney ToMoney(Money money) => new(money.Round().Amount, money.Currency.Code);

    internal static string Needed(string? value, string field) => string.IsNullOrEmpty(value) ? throw new FormatException(field) : value;

    // A local time of the place of delivery, read as UTC because its zone is not given.
    internal static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    internal static TimeOnly? Hour(string? text) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var hour) ? hour : null;

    private static FedExPlace ToPlace(Party party) => new(ToAddress(party.Address, party.IsResidential));

    private static FedExDimensions? ToDimensions(Parcel parcel) => parcel.Dimensions is { } dimensions
        ? new FedExDimensions(Whole(dimensions.LengthCm), Whole(dimensions.WidthCm), Whole(dimensions.HeightCm), "CM")
        : null;

    private static int Whole(decimal centimetres) => (int)decimal.Ceiling(centimetres);

    // Other countries' regions are no codes of two letters, and FedEx takes no others.
    private static string? State(Address address) => address.Region is { Length: 2 } region ? region : null;

    // Ten digits in the United States and Canada, at most 15 elsewhere.
    private static string Phone(PhoneNumber phone)
    {
        var digits = phone.IsInternational && phone.Digits is { Length: 11 } long11 && long11[0] == '1' ? long11[1..] : phone.Digits;
        return WireText.Cut(digits, 15);
    }
}
