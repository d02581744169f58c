using System.Globalization;
using Commerce.Carriers.Dpd.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Dpd;

/// <summary>Our words to the META-API's. Pure functions.</summary>
internal static class DpdMapping
{
    private const int MaxReference = 35;

    internal static string Reference(OperationKey key) => VendorReference.From(key, MaxReference);

    internal static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static DpdAmount Amount(Money money) => new(money.Round().Amount, money.Currency.Code);

    internal static DpdShipment ToShipment(ShipmentRequest request, DpdCarrierOptions options)
    {
        string? Field(string name) => request.VendorFields.GetValueOrDefault(name);
        var insured = Insured(request);
        return new DpdShipment
        {
            // The key first: it is what WebTrace is asked for after a lost answer.
            CustomerReferenceNumbers = References(request.Key, request.Reference),
            CustomerBillingReference = Field("customerBillingReference"),
            CustomsReference = Field("customsReference"),
            NumberOfParcels = Text(request.Parcels.Count),
            ShipmentInfos = new DpdShipmentInfos(
                request.Service.Value, Field("serviceCode"), Field("additionalServiceCode"), Text(request.Parcels.Sum(parcel => parcel.Weight.Grams))),
            SendingDepot = options.SendingDepot,
            MpsCompleteDelivery = Field("mpsCompleteDelivery") ?? (request.Options.CashOnDelivery is null ? null : "s2"),
            Sender = new DpdParty
            {
                Address = Address(request.Sender), Contact = Contact(request.Sender), CustomerInfos = Customer(options), LegalEntity = Entity(request.Sender),
            },
            Receiver = new DpdParty
            {
                Address = Address(request.Recipient), Contact = Contact(request.Recipient), LegalEntity = Entity(request.Recipient), PudoId = request.PickupPoint?.Id,
            },
            International = DpdCustoms.Of(request),
            Person = Field("personalDeliveryType") is { } delivery ? new DpdPerson(delivery, request.Recipient.Contact.Name ?? request.Recipient.Contact.DisplayName) : null,
            Parcel = [.. request.Parcels.Select((parcel, index) => Parcel(request, parcel, index, insured?[index], options))],
            PayerType = Field("payerType"),
            ShippingDate = request.ShipDate is { } date ? Day(date) : null,
        };
    }

    internal static DpdLabelRequest ToReprint(ReprintRequest request, DpdCarrierOptions options)
    {
        var numbers = DpdNumbers.Of(request.ShipmentId);
        return new DpdLabelRequest(
            new DpdLabelShipment(
                numbers.Shipment ?? (request.TrackingNumber is null ? numbers.Parcels[0] : null),
                request.TrackingNumber is { } only ? [only.Value] : numbers.Parcels),
            Customer(options));
    }

    internal static DpdPickupSchedule ToPickup(PickupRequest request, DpdCarrierOptions options) => new()
    {
        CustomerInfos = Customer(options),
        ParcelNumbers = request.TrackingNumbers.Count == 0 ? null : [.. request.TrackingNumbers.Select(number => number.Value)],
        Pickup = new DpdPickup(Day(request.Date), Time(request.ReadyAt), Time(request.CloseAt)),
        NumberOfParcels = request.Parcels.Count,
        PickupAddress = Address(request.From),
        PickupContact = Contact(request.From),
        PickupWeight = Text(request.Parcels.Sum(parcel => parcel.Weight.Grams)),
        ParcelMaxWeight = Text(request.Parcels.Max(parcel => parcel.Weight.Grams)),
        Comment = request.Instructions,
        References = [Reference(request.Key)],
        SendingDepot = options.SendingDepot,
    };

    internal static DpdCollectionRequest ToCollection(ShipmentRequest request, PickupSlot slot, DpdCarrierOptions options) => new()
    {
        RequestId = Reference(request.Key),
        CustomerReferenceNumbers = References(request.Key, request.Reference),
        CollectionInfos = new DpdShipmentInfos(request.Service.Value, Weight: Text(request.Parcels[0].Weight.Grams)),
        Customer = new DpdParty { CustomerInfos = Customer(options) },
        CollectionPoint = new DpdParty { Address = Address(request.Sender), Contact = Contact(request.Sender) },
        Receiver = new DpdParty { Address = Address(request.Recipient), Contact = Contact(request.Recipient) },
        Parcel = new DpdParcel
        {
            ParcelInfos = Infos(request.Parcels[0]),
            SenderParcelRefs = References(request.Key, request.Parcels[0].Reference),
            ParcelContent = request.Parcels[0].Description,
        },
        Pickup = new DpdPickup(Day(slot.Date), slot.From is { } from ? Time(from) : null, slot.Until is { } until ? Time(until) : null),
    };

    internal static DpdAddress Address(Party party)
    {
        var (address, contact) = (party.Address, party.Contact);
        var lines = address.Fold(3, 100) ?? [.. address.EnumerateLines()];
        return new DpdAddress
        {
            CompanyName = contact.Company,
            Name1 = contact.DisplayName,
            Name2 = contact.Company is null ? null : contact.Name,
            Street = lines[0],
            AddressLine2 = lines.ElementAtOrDefault(1),
            AddressLine3 = lines.ElementAtOrDefault(2),
            Country = address.Country.Value,
            State = address.Region,
            ZipCode = address.PostalCode,
            City = address.City,
        };
    }

    internal static DpdContact Contact(Party party) =>
        new(party.Contact.Name ?? party.Contact.DisplayName, party.Contact.Phone?.Value, party.Contact.Email?.Value);

    private static DpdCustomer Customer(DpdCarrierOptions options) => new(options.AccountNumber, options.SubAccountNumber, options.CustomerId);

    private static DpdLegalEntity Entity(Party party) => new(party.IsResidential ? "P" : "B", party.Eori, party.VatNumber);

    private static DpdParcel Parcel(ShipmentRequest request, Parcel parcel, int index, Money? insured, DpdCarrierOptions options)
    {
        var fields = request.VendorFields;
        return new DpdParcel
        {
            ParcelInfos = Infos(parcel),
            ParcelRank = request.Parcels.Count > 1 ? Text(index + 1) : null,
            SenderParcelRefs = References(request.Key, parcel.Reference),
            ParcelContent = parcel.Description,
            HazardousLimitedQuantities = request.Service.Value == DpdServices.HazardousLimited || fields.GetValueOrDefault("hazardousLimitedQuantities") == "true" ? true : null,
            Insurance = insured is { } value ? new DpdInsurance(Amount(value), parcel.Description) : null,
            Cod = request.Options.CashOnDelivery is { } cash
                ? new DpdCod(Amount(cash), fields.GetValueOrDefault("collectType") ?? "s9", request.Reference ?? Reference(request.Key))
                : null,
            Messages = Messages(request, options) is { Count: > 0 } messages ? messages : null,
        };
    }

    private static List<DpdMessage> Messages(ShipmentRequest request, DpdCarrierOptions options)
    {
        var messages = new List<DpdMessage>();
        if (request.Options.NotifyByEmail && request.Recipient.Contact.Email is { } email)
        {
            messages.Add(new DpdMessage("EMAIL", email.Value, options.NotificationLanguage));
        }

        if (request.Options.NotifyBySms && request.Recipient.Contact.Phone is { } phone)
        {
            messages.Add(new DpdMessage("SMS", phone.Value, options.NotificationLanguage));
        }

        return messages;
    }

    // DPD insures parcels, not shipments: the value is split by what is declared for each parcel, else evenly.
    private static IReadOnlyList<Money>? Insured(ShipmentRequest request)
    {
        if (request.Options.InsuredValue is not { } value)
        {
            return null;
        }

        var declared = request.Parcels.Select(parcel => parcel.DeclaredValue?.Amount ?? 0).ToList();
        return value.Allocate(declared.TrueForAll(static amount => amount > 0) ? declared : [.. declared.Select(static _ => 1m)]);
    }

    private static DpdParcelInfos Infos(Parcel parcel) => new(
        Text(parcel.Weight.Grams),
        parcel.Dimensions is { } size ? new DpdDimensions(Centimetres(size.LengthMm), Centimetres(size.WidthMm), Centimetres(size.HeightMm)) : null);

    private static IReadOnlyList<string> References(OperationKey key, string? other) => other is null ? [Reference(key)] : [Reference(key), other];

    private static int Centimetres(int millimetres) => (millimetres + 9) / 10;

    private static string Time(TimeOnly time) => time.ToString("HHmm", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
