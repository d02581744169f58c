namespace Commerce.Carriers.Colissimo;

/// <summary>What Colissimo cannot tell customs, found before a call.</summary>
internal static class ColissimoCustomsRules
{
    internal static IEnumerable<Refusal> Judge(ShipmentRequest request, CountryCode[] dutyPaid, string[] currencies)
    {
        if (request.Customs is not { } customs)
        {
            yield break;
        }

        var isReturn = Category(request) == 6;
        if (customs.ShippingCharge is not { } charge || charge.Currency != Currency.Eur || charge.ToMinorUnits() < request.Parcels.Count)
        {
            yield return ColissimoRules.Refuse("Customs.ShippingCharge", "missing, zero or not in euros: a CN23 states what transport cost, one cent for each parcel at least.");
        }

        if (customs.InvoiceDate is not null && !isReturn)
        {
            yield return ColissimoRules.Refuse("Customs.InvoiceDate", "set: only the declaration of a return has a date.");
        }

        if (customs.UploadedDocumentIds.Count > 0)
        {
            yield return ColissimoRules.Refuse("Customs.UploadedDocumentIds", "set: Colissimo takes papers only after the purchase.");
        }

        if (!currencies.Contains(customs.Items[0].UnitValue.Currency.Code))
        {
            yield return ColissimoRules.Refuse("Customs.Items", $"in {customs.Items[0].UnitValue.Currency}: declare in {string.Join(", ", currencies)}.");
        }

        if (customs.Incoterm != Incoterm.Dap && customs.Incoterm != Incoterm.Ddp)
        {
            yield return ColissimoRules.Refuse("Customs.Incoterm", $"{customs.Incoterm}: Colissimo knows DAP and DDP.");
        }

        foreach (var objection in customs.Incoterm == Incoterm.Ddp ? DutyPaid(request, dutyPaid) : [])
        {
            yield return objection;
        }

        for (var i = 0; i < customs.Items.Count; i++)
        {
            var item = customs.Items[i];
            if (item.Description.Length > 64)
            {
                yield return ColissimoRules.Refuse($"Customs.Items[{i}].Description", $"{item.Description.Length} characters long: at most 64.");
            }

            if (item.HsCode is { Length: not (6 or 8 or 10) })
            {
                yield return ColissimoRules.Refuse($"Customs.Items[{i}].HsCode", $"{item.HsCode}: six, eight or ten digits.");
            }

            if (item.Parcel is null && request.Parcels.Count > 1)
            {
                yield return ColissimoRules.Refuse($"Customs.Items[{i}].Parcel", "missing: each parcel has a declaration of its own.");
            }
        }

        foreach (var parcel in Enumerable.Range(0, request.Parcels.Count).Where(parcel => !customs.Items.Any(item => (item.Parcel ?? 0) == parcel)))
        {
            yield return ColissimoRules.Refuse("Customs.Items", $"empty for parcel {parcel}: each parcel has a declaration of its own.");
        }
    }

    internal static int Category(ShipmentRequest request) => request.Customs!.Reason switch
    {
        _ when request.IsDocuments => 4,
        var reason when reason == ExportReason.Gift => 1,
        var reason when reason == ExportReason.Sample => 2,
        var reason when reason == ExportReason.Sale => 3,
        var reason when reason == ExportReason.Documents => 4,
        var reason when reason == ExportReason.Return => 6,
        _ => 5,
    };

    private static IEnumerable<Refusal> DutyPaid(ShipmentRequest request, CountryCode[] countries)
    {
        var address = request.Recipient.Address;
        if (request.Service.Value != "DOS" || !countries.Contains(address.Country))
        {
            yield return ColissimoRules.Refuse("Customs.Incoterm", $"DDP with {request.Service} to {address.Country}: only DOS, to some countries.");
        }

        if (request.Sender.Eori is null)
        {
            yield return ColissimoRules.Refuse("Sender.Eori", "missing: DDP needs it.");
        }

        if (address.Country.ToString() is "US" or "CA" && address.Region is not { Length: 2 })
        {
            yield return ColissimoRules.Refuse("Recipient.Address.Region", "not a state of two letters: DDP needs it.");
        }

        if (request.Parcels.Any(static parcel => parcel.Dimensions is null))
        {
            yield return ColissimoRules.Refuse("Parcels.Dimensions", "missing: DDP needs them.");
        }
    }
}
