namespace Commerce.Carriers.Ups;

/// <summary>Refuses offline what UPS would refuse. Source: UPS OpenAPI files, Shipping v2409.</summary>
internal static class UpsCheck
{
    private const decimal MaxLengthCm = 270;
    private const decimal MaxLengthAndGirthCm = 330;
    private const int MaxPointId = 9;
    private const int MaxMail = 50;

    internal static Refusal? Objection(ShipmentRequest request, CarrierCapabilities capabilities)
    {
        if (capabilities.Check(request) is [var objection, ..])
        {
            return objection;
        }

        for (var i = 0; i < request.Parcels.Count; i++)
        {
            if (request.Parcels[i].Dimensions is { } size && (size.LongestSideCm > MaxLengthCm || size.LengthAndGirthCm > MaxLengthAndGirthCm))
            {
                return Refused(
                    $"Parcels[{i}].Dimensions", $"is {size}: the longest side is at most {MaxLengthCm} cm, length and girth together {MaxLengthAndGirthCm} cm.");
            }
        }

        var contact = request.Recipient.Contact;
        if ((request.Options.NotifyByEmail || request.Options.NotifyBySms || request.PickupPoint is not null) && contact.Email is not { Value.Length: <= MaxMail })
        {
            return Refused("Recipient.Contact.Email", $"is missing or longer than {MaxMail} characters: UPS needs it for notifications and access points.");
        }

        if (request.Options.NotifyBySms && request.PickupPoint is null)
        {
            return Refused("Options.NotifyBySms", "is set without PickupPoint: UPS sends text messages of parcels at access points only.");
        }

        if (request.Options.NotifyBySms && contact.Phone is null)
        {
            return Refused("Recipient.Contact.Phone", "is missing: UPS needs it for text messages.");
        }

        return (request.PickupPoint is { } point ? Objection(point) : null) ?? MissingPhone(request);
    }

    private static Refusal? Objection(PickupPointReference point)
    {
        if (point.Id.Length > MaxPointId)
        {
            return Refused("PickupPoint.Id", $"has {point.Id.Length} characters: give the access point's public id, at most {MaxPointId}.");
        }

        return point.Name is null || point.Address is null
            ? Refused("PickupPoint", "has no name or no address: UPS prints both. Take them from FindPickupPointsAsync.")
            : null;
    }

    private static Refusal? MissingPhone(ShipmentRequest request)
    {
        if (request.Customs is null && request.Sender.Address.Country == request.Recipient.Address.Country)
        {
            return null;
        }

        return request switch
        {
            { Sender.Contact.Phone: null } => Refused("Sender.Contact.Phone", "is missing: UPS needs it across borders."),
            { Recipient.Contact.Phone: null } => Refused("Recipient.Contact.Phone", "is missing: UPS needs it across borders."),
            _ => null,
        };
    }

    private static Refusal Refused(string field, string message) => new(RefusalCode.Validation, $"{field} {message}") { Field = field };
}
