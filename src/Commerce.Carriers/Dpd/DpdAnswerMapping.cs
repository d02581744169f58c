using Commerce.Carriers.Dpd.Wire;

namespace Commerce.Carriers.Dpd;

/// <summary>The META-API's answers to our words. Pure functions.</summary>
internal static class DpdAnswerMapping
{
    private const string France = "038";

    internal static Shipment FromShipment(DpdShipmentAnswer answer, ShipmentRequest request, DocumentKind label, string businessUnit)
    {
        var numbers = answer.ParcelIds ?? throw new FormatException("parcelIds");
        if (numbers.Count != request.Parcels.Count || numbers.Any(string.IsNullOrWhiteSpace))
        {
            throw new FormatException("There are not as many parcelIds as parcels.");
        }

        var only = numbers.Count == 1 ? numbers[0] : null;
        var documents = new List<ShippingDocument>();
        if (answer.Label?.Base64Data is { Length: > 0 })
        {
            documents.Add(DpdLabels.Document(answer.Label, label, request.Label.Format, only));
        }

        // The Baltic states put the code into the label instead of beside it.
        foreach (var code in (string?[])[answer.Qrcode?.Base64Data, answer.Label?.Qrcode])
        {
            if (!string.IsNullOrEmpty(code))
            {
                documents.Add(DpdLabels.Document(new DpdLabel(code, null, null), DocumentKind.QrCode, LabelFormat.Png, only));
            }
        }

        documents.AddRange((answer.Others ?? []).Where(static other => !string.IsNullOrEmpty(other?.Base64Data))
            .Select(other => DpdLabels.Document(other, DpdLabels.OtherPaper, request.Label.Format, null)));
        return documents.Count == 0 ? throw new FormatException("label") : new Shipment
        {
            Id = new DpdNumbers(answer.ShipmentId, numbers).ToId(),
            Parcels = [.. numbers.Select((number, index) => Parcel(number, answer.NetworkParcelIds?.ElementAtOrDefault(index), businessUnit))],
            Documents = documents,
            Messages = [.. Notes(answer)],
        };
    }

    internal static ShippedParcel Parcel(string number, string? partner, string businessUnit) => new()
    {
        TrackingNumber = new TrackingNumber(number),
        PartnerTrackingNumber = string.IsNullOrWhiteSpace(partner) || partner == number ? null : new TrackingNumber(partner),
        TrackingUrl = businessUnit == France ? new Uri("https://www.dpd.fr/traces_" + Uri.EscapeDataString(number)) : null,
    };

    internal static Outcome<PickupBooking> FromPickup(DpdPickupAnswer answer, DateOnly date)
    {
        var booked = answer.ScheduledPickupResponse is [{ } first, ..] ? first : throw new FormatException("scheduledPickupResponse");
        return string.IsNullOrWhiteSpace(booked.PickupReference) || SaysFailure(booked.StatusCode)
            ? Outcome.Refused<PickupBooking>(Refused(booked.StatusCode, booked.StatusDescription))
            : Outcome.Of(new PickupBooking { ConfirmationNumber = booked.PickupReference, Date = date });
    }

    internal static Outcome<DpdCollection> FromCollection(DpdCollectionAnswer answer)
    {
        var lines = (answer.StatusList ?? []).Where(static line => line is not null).ToList();
        if (string.IsNullOrWhiteSpace(answer.CollectionId))
        {
            return lines is [var first, ..]
                ? Outcome.Refused<DpdCollection>(Refused(first.Code, first.Description ?? first.Info))
                : throw new FormatException("collectionId");
        }

        return Outcome.Of(new DpdCollection(
            answer.CollectionId,
            string.IsNullOrWhiteSpace(answer.ParcelId) ? null : new TrackingNumber(answer.ParcelId),
            [.. lines.Select(line => Note(string.Join(": ", ((string?[])[line.Info, line.Description]).Where(static text => !string.IsNullOrWhiteSpace(text))), line.Code))]));
    }

    private static IEnumerable<CarrierMessage> Notes(DpdShipmentAnswer answer)
    {
        if (!string.IsNullOrWhiteSpace(answer.WarningMessage))
        {
            yield return Note(answer.WarningMessage, null);
        }

        if ((answer.Qrcode?.Pincode ?? answer.Label?.Pincode) is { Length: > 0 } pin)
        {
            yield return Note($"The code for the machine is {pin}.", "pincode");
        }
    }

    private static CarrierMessage Note(string text, string? code) => new(CarrierCode.Dpd, text, code);

    private static bool SaysFailure(string? code) =>
        code is not null && (code.Contains("FAIL", StringComparison.OrdinalIgnoreCase) || code.Contains("ERR", StringComparison.OrdinalIgnoreCase));

    private static Refusal Refused(string? code, string? text) =>
        new(RefusalCode.ExternalRejected, $"dpd refused: {(string.IsNullOrWhiteSpace(text) ? "no reason given" : text)}") { VendorCode = code };
}
