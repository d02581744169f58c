namespace Commerce.Carriers.Ups.Wire;

internal sealed record UpsInternationalForms
{
    public required IReadOnlyList<string> FormType { get; init; }

    public UpsUserCreatedForm? UserCreatedForm { get; init; }

    public UpsContacts? Contacts { get; init; }

    public required IReadOnlyList<UpsProduct> Product { get; init; }

    public string? InvoiceNumber { get; init; }

    public string? InvoiceDate { get; init; }

    public string? TermsOfShipment { get; init; }

    public string? ReasonForExport { get; init; }

    public UpsAmount? FreightCharges { get; init; }

    public string? CurrencyCode { get; init; }
}

internal sealed record UpsUserCreatedForm(IReadOnlyList<string> DocumentID);

internal sealed record UpsContacts(UpsSoldTo SoldTo);

internal sealed record UpsSoldTo
{
    public required string Name { get; init; }

    public required string AttentionName { get; init; }

    public string? TaxIdentificationNumber { get; init; }

    public UpsPhone? Phone { get; init; }

    public required UpsAddress Address { get; init; }

    public string? EMailAddress { get; init; }
}

internal sealed record UpsProduct
{
    public required IReadOnlyList<string> Description { get; init; }

    public required UpsUnit Unit { get; init; }

    public string? CommodityCode { get; init; }

    public string? PartNumber { get; init; }

    public required string OriginCountryCode { get; init; }

    public UpsWeight? ProductWeight { get; init; }
}

internal sealed record UpsUnit(string Number, UpsCode UnitOfMeasurement, string Value);

internal sealed record UpsAmount(string MonetaryValue);

internal sealed record UpsNotification
{
    public required string NotificationCode { get; init; }

    public required UpsNotificationMail EMail { get; init; }

    public UpsNotificationText? TextMessage { get; init; }

    public UpsLocale? Locale { get; init; }
}

internal sealed record UpsNotificationMail(IReadOnlyList<string> EMailAddress);

internal sealed record UpsNotificationText(string PhoneNumber);

internal sealed record UpsLocale(string Language, string Dialect);

internal sealed record UpsAlternateDelivery(string Name, string AttentionName, string UPSAccessPointID, UpsAddress Address);
