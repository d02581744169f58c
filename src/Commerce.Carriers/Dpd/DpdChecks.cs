namespace Commerce.Carriers.Dpd;

/// <summary>What DPD's wire cannot say, or DPD's rules forbid: refused before anything is sent. Comes after <see cref="CarrierCapabilities.Check(ShipmentRequest)"/>.</summary>
internal static class DpdChecks
{
    private const decimal LongestSideCm = 175;
    private const decimal LengthAndGirthCm = 300;

    private static readonly Dictionary<string, string[]?> ShipmentFields = new(StringComparer.Ordinal)
    {
        ["DropOffType"] = ["FULL_LABEL", "QR_CODE", "BOTH"],
        ["LabelPrinterStartPosition"] = ["UPPER_LEFT", "UPPER_RIGHT", "LOWER_LEFT", "LOWER_RIGHT"],
        ["additionalServiceCode"] = null,
        ["clearanceStatus"] = ["N", "F", "E", "T", "I", "H"],
        ["collectType"] = ["s0", "s1", "s2", "s9"],
        ["customerBillingReference"] = null,
        ["customsHighLowValue"] = ["H", "M", "L"],
        ["customsPaper"] = null,
        ["customsReference"] = null,
        ["hazardousLimitedQuantities"] = ["true", "false"],
        ["mpsCompleteDelivery"] = ["s0", "s1", "s2"],
        ["mrn"] = null,
        ["payerType"] = ["S", "R", "3"],
        ["personalDeliveryType"] = ["s1", "s2", "s3", "s4", "s5", "s6"],
        ["serviceCode"] = null,
    };

    private static readonly Dictionary<string, string[]?> LabelFields = new(StringComparer.Ordinal)
    {
        ["LabelPrinterStartPosition"] = ShipmentFields["LabelPrinterStartPosition"],
    };

    private static readonly string[] CustomsFields = ["clearanceStatus", "customsHighLowValue", "customsPaper", "mrn"];

    internal static IEnumerable<Refusal> Of(ShipmentRequest request)
    {
        foreach (var refusal in OfFields(request.VendorFields, ShipmentFields)
            .Concat(OfLabel(request.Label))
            .Concat(OfParcels(request))
            .Concat(OfAddress(nameof(request.Sender), request.Sender.Address))
            .Concat(OfAddress(nameof(request.Recipient), request.Recipient.Address))
            .Concat(OfOptions(request))
            .Concat(OfCustoms(request)))
        {
            yield return refusal;
        }
    }

    internal static IEnumerable<Refusal> Of(PickupRequest request) => OfFields(request.VendorFields, [])
        .Concat(OfAddress(nameof(request.From), request.From.Address))
        .Concat(request.CloseAt <= request.ReadyAt ? [Not("CloseAt", $"{request.CloseAt:HH:mm}: it is after ReadyAt, {request.ReadyAt:HH:mm}.")] : []);

    internal static IEnumerable<Refusal> Of(ReprintRequest request) => OfLabel(request.Label).Concat(OfFields(request.VendorFields, LabelFields));

    internal static IEnumerable<Refusal> OfCollection(ShipmentRequest request)
    {
        if (request.Parcels.Count > 1)
        {
            yield return Not("Parcels", $"{request.Parcels.Count} parcels: DPD collects one parcel for each request.");
        }

        if (request.Options.Requested().Any() || request.PickupPoint is not null || request.Customs is not null || request.VendorFields.Count > 0)
        {
            yield return Not("Options", "set: a collection at a third party takes no options, pickup points, customs or vendor fields.");
        }
    }

    private static IEnumerable<Refusal> OfLabel(LabelSpecification label)
    {
        if (!DpdLabels.Sizes.Contains(label.Size))
        {
            yield return Not("Label.Size", $"{label.Size}: DPD prints {string.Join(", ", DpdLabels.Sizes)}.");
        }

        if (label.Format == LabelFormat.Zpl && label.Dpi is not (null or 203 or 300))
        {
            yield return Not("Label.Dpi", $"{label.Dpi}: DPD writes ZPL for 203 or 300 dots per inch.");
        }
    }

    private static IEnumerable<Refusal> OfFields(IReadOnlyDictionary<string, string> fields, Dictionary<string, string[]?> known)
    {
        foreach (var (name, value) in fields)
        {
            if (!known.TryGetValue(name, out var values))
            {
                yield return Not($"VendorFields.{name}", known.Count == 0 ? "not read here." : $"not read: known are {string.Join(", ", known.Keys)}.");
            }
            else if (values is not null && !values.Contains(value))
            {
                yield return Not($"VendorFields.{name}", $"{value}: DPD knows {string.Join(", ", values)}.");
            }
        }
    }

    private static IEnumerable<Refusal> OfParcels(ShipmentRequest request)
    {
        for (var i = 0; i < request.Parcels.Count; i++)
        {
            if (request.Parcels[i].Packaging is not null)
            {
                yield return Not($"Parcels[{i}].Packaging", "set: DPD has no packaging of its own.");
            }

            if (request.Parcels[i].Dimensions is { } size && (size.LongestSideCm > LongestSideCm || size.LengthAndGirthCm > LengthAndGirthCm))
            {
                yield return Not($"Parcels[{i}].Dimensions", $"{size}: DPD takes {LongestSideCm} cm as longest side, and {LengthAndGirthCm} cm of length and girth.");
            }
        }
    }

    private static IEnumerable<Refusal> OfAddress(string party, Address address)
    {
        if (address.PostalCode.Length > 9 || address.PostalCode.Any(static c => !char.IsAsciiLetterOrDigit(c) && c is not (' ' or '-')))
        {
            yield return Not($"{party}.Address.PostalCode", "not written for DPD: at most nine letters, digits, blanks and dashes.");
        }
    }

    private static IEnumerable<Refusal> OfOptions(ShipmentRequest request)
    {
        var (options, contact) = (request.Options, request.Recipient.Contact);
        if (options.NotifyByEmail && contact.Email is null)
        {
            yield return Not("Recipient.Contact.Email", "missing: NotifyByEmail needs it.");
        }

        if (options.NotifyBySms && contact.Phone is null)
        {
            yield return Not("Recipient.Contact.Phone", "missing: NotifyBySms needs it.");
        }

        if (DpdServices.IsCashOnDelivery(request.Service) && options.CashOnDelivery is null)
        {
            yield return Not("Options.CashOnDelivery", $"missing: product {request.Service} collects money.");
        }

        if (DpdServices.IsToPickupPoint(request.Service) && request.PickupPoint is null)
        {
            yield return Not("PickupPoint", $"missing: product {request.Service} goes to a shop.");
        }

        if (request.PickupPoint is { } point && !point.Id.All(char.IsAsciiLetterOrDigit))
        {
            yield return Not("PickupPoint.Id", $"{point.Id}: letters and digits only.");
        }

        if (request.Service.Value == DpdServices.HazardousGoods)
        {
            yield return Not("Service", "102: hazardous substances have no description here; limited quantities go as 793.");
        }
    }

    private static IEnumerable<Refusal> OfCustoms(ShipmentRequest request)
    {
        if (request.Customs is not { } customs)
        {
            foreach (var name in CustomsFields.Where(request.VendorFields.ContainsKey))
            {
                yield return Not($"VendorFields.{name}", "set without Customs, where it belongs.");
            }

            yield break;
        }

        if (DpdCustoms.TermsOf(customs.Incoterm) is null)
        {
            yield return Not("Customs.Incoterm", $"{customs.Incoterm}: DPD knows DAP, DDP and EXW.");
        }

        if (DpdCustoms.ReasonOf(customs.Reason) is null)
        {
            yield return Not("Customs.Reason", $"{customs.Reason}: DPD knows sale, return and gift.");
        }

        if (customs.ShippingCharge is not null)
        {
            yield return Not("Customs.ShippingCharge", "set: DPD has no field for it.");
        }

        if (!customs.ReturnIfUndeliverable)
        {
            yield return Not("Customs.ReturnIfUndeliverable", "false: DPD brings parcels back.");
        }

        if (customs.UploadedDocumentIds.Count > 0)
        {
            yield return Not("Customs.UploadedDocumentIds", "set: DPD takes no papers.");
        }
    }

    private static Refusal Not(string field, string message) => new(RefusalCode.NotSupported, $"{field} is {message}") { Field = field };
}
