namespace Commerce.Carriers.FedEx.Wire;

#pragma warning disable IDE1006, SA1300 // The wire's own spelling.
internal sealed record FedExToken(string? access_token, int expires_in);
#pragma warning restore IDE1006, SA1300

internal sealed record FedExAccount(string Value);

internal sealed record FedExWeight(string Units, decimal Value);

internal sealed record FedExDimensions(int Length, int Width, int Height, string Units);

internal sealed record FedExMoney(decimal Amount, string Currency);

internal sealed record FedExAddress
{
    public IReadOnlyList<string>? StreetLines { get; init; }

    public string? City { get; init; }

    public string? StateOrProvinceCode { get; init; }

    public string? PostalCode { get; init; }

    public string? CountryCode { get; init; }

    public bool? Residential { get; init; }
}

internal sealed record FedExContact
{
    public string? PersonName { get; init; }

    public string? CompanyName { get; init; }

    public string? PhoneNumber { get; init; }

    public string? EmailAddress { get; init; }
}

internal sealed record FedExTin(string Number, string TinType);

internal sealed record FedExParty
{
    public FedExContact? Contact { get; init; }

    public FedExAddress? Address { get; init; }

    public IReadOnlyList<FedExTin>? Tins { get; init; }
}

internal sealed record FedExPlace(FedExAddress Address);

internal sealed record FedExPayment(string PaymentType, FedExPayor? Payor);

internal sealed record FedExPayor(FedExResponsibleParty ResponsibleParty);

internal sealed record FedExResponsibleParty(FedExAccount AccountNumber);

internal sealed record FedExReference(string CustomerReferenceType, string Value);

internal sealed record FedExAlert(string? Code, string? AlertType, string? Message);

internal sealed record FedExError(string? Code, string? Message);

/// <summary>An error of a whole call; of tracking, an error of one number.</summary>
internal sealed record FedExErrorBody(IReadOnlyList<FedExError>? Errors, FedExErrorOutput? Output);

internal sealed record FedExErrorOutput(IReadOnlyList<FedExErrorOfTracking>? CompleteTrackResults);

internal sealed record FedExErrorOfTracking(IReadOnlyList<FedExErrorOfNumber>? TrackResults);

internal sealed record FedExErrorOfNumber(FedExError? Error);

internal sealed record FedExTrackingNumberInfo(string? TrackingNumber);
