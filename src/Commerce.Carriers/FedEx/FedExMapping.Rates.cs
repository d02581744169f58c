using System.Globalization;
using Commerce.Carriers.FedEx.Wire;

namespace Commerce.Carriers.FedEx;

/// <summary>Prices and times.</summary>
internal static partial class FedExMapping
{
    private static readonly string[] Numbers =
    [
        "ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN", "TWELVE", "THIRTEEN", "FOURTEEN",
        "FIFTEEN", "SIXTEEN", "SEVENTEEN", "EIGHTEEN", "NINETEEN", "TWENTY",
    ];

    internal static FedExRateRequest ToRate(RateRequest request, FedExCarrierOptions options) => new(
        new FedExAccount(options.AccountNumber),
        new FedExRateControl(ReturnTransitTimes: true),
        new FedExRatedRequest
        {
            Shipper = ToPlace(request.Sender),
            Recipient = ToPlace(request.Recipient),
            ServiceType = request.Service?.Value,
            RateRequestType = [options.UseAccountRates ? "ACCOUNT" : "LIST"],
            ShipDateStamp = request.ShipDate is { } day ? Day(day) : null,
            PickupType = options.PickupType,
            PackagingType = Packaging(request.Parcels),
            DocumentShipment = request.IsDocuments ? true : null,
            TotalPackageCount = request.Parcels.Count,
            RequestedPackageLineItems = RatedPackages(request),
            ShipmentSpecialServices = ToServices(request.Options, request.PickupPoint, null, options, isReturn: false) is { } services
                // Rates have no place for the amount to collect; they price the collection as such.
                ? services with { ShipmentCODDetail = services.ShipmentCODDetail is { } cash ? cash with { CodCollectionAmount = null } : null }
                : null,
            CustomsClearanceDetail = ToRatedCustoms(request),
        });

    internal static FedExTransitRequest ToTransit(RateRequest request, FedExCarrierOptions options) => new(
        new FedExTransitShipment
        {
            Shipper = ToPlace(request.Sender),
            Recipients = [ToPlace(request.Recipient)],
            ServiceType = request.Service?.Value,
            PackagingType = Packaging(request.Parcels),
            ShipDatestamp = request.ShipDate is { } day ? Day(day) : null,
            PickupType = options.PickupType,
            RequestedPackageLineItems =
            [
                .. RatedPackages(request).Select(static package => package with
                {
                    GroupPackageCount = null,
                    // Times have no place for the kind of signature.
                    PackageSpecialServices = package.PackageSpecialServices is { } signed ? signed with { SignatureOptionType = null } : null,
                }),
            ],
            ShipmentSpecialServices = ToServices(request.Options, request.PickupPoint, null, options, isReturn: false) is { } services
                // Times name the collection otherwise than rates and shipments.
                ? services with { CodDetail = services.ShipmentCODDetail, ShipmentCODDetail = null }
                : null,
            CustomsClearanceDetail = ToRatedCustoms(request),
        },
        ["FDXE", "FDXG"]);

    internal static RateResult FromRate(FedExRateAnswer answer, string account, bool isNegotiated)
    {
        var replies = answer.Output?.RateReplyDetails ?? throw new FormatException("rateReplyDetails");
        var messages = (answer.Output.Alerts ?? []).Select(static alert => Message(alert))
            .Concat(replies.SelectMany(static reply => (reply.CustomerMessages ?? []).Append(Unpromised(reply.Commit)).OfType<FedExAlert>().Select(message =>
                Message(message, new CarrierService(Needed(reply.ServiceType, "serviceType"))))))
            .ToList();
        return new RateResult([.. replies.Select(reply => FromReply(reply, account, isNegotiated)).OrderBy(static quote => quote.Price)], messages);
    }

    internal static IReadOnlyList<TransitTime> FromTransit(FedExTransitAnswer answer) =>
    [
        .. (answer.Output?.TransitTimes ?? throw new FormatException("transitTimes"))
            .SelectMany(static times => times.TransitTimeDetails ?? [])
            .Select(static detail => (Detail: detail, Due: Due(detail.Commit)))
            // FedEx lists services whose day it does not know.
            .Where(static entry => entry.Due is not null)
            .Select(static entry => new TransitTime
            {
                Service = new CarrierService(Needed(entry.Detail.ServiceType, "serviceType")),
                ServiceName = entry.Detail.ServiceName ?? entry.Detail.ServiceType!,
                DeliveryDate = DateOnly.FromDateTime(entry.Due!.Value.DateTime),
                DeliveryTime = entry.Due.Value.TimeOfDay > TimeSpan.Zero ? TimeOnly.FromDateTime(entry.Due.Value.DateTime) : null,
                BusinessDays = Days(entry.Detail.Commit?.TransitDays?.MinimumTransitTime),
            })
            .OrderBy(static time => time.DeliveryDate).ThenBy(static time => time.DeliveryTime),
    ];

    /// <summary>Reads a number of days that is written in words, such as <c>TWO_DAYS</c>.</summary>
    internal static int? Days(string? words)
    {
        var days = words is null ? -1 : Array.IndexOf(Numbers, words.Split('_')[0]);
        return days < 0 ? null : days;
    }

    private static IReadOnlyList<FedExPackage> RatedPackages(RateRequest request)
    {
        var values = DeclaredValues(request.Options.InsuredValue, request.Parcels);
        return [.. request.Parcels.Select((parcel, i) => ToPackage(parcel, values?[i], request.Options) with { GroupPackageCount = 1 })];
    }

    private static RateQuote FromReply(FedExRateReply reply, string account, bool isNegotiated)
    {
        var asked = isNegotiated ? "ACCOUNT" : "LIST";
        var all = reply.RatedShipmentDetails is { Count: > 0 } some ? some : throw new FormatException("ratedShipmentDetails");
        var rated = all.FirstOrDefault(candidate => candidate.RateType == asked) ?? all[0];
        var currency = Needed(rated.Currency ?? rated.ShipmentRateDetail?.Currency, "currency");
        var service = new CarrierService(Needed(reply.ServiceType, "serviceType"));
        var net = FedExCurrency.ToMoney(rated.TotalNetCharge ?? throw new FormatException("totalNetCharge"), currency);
        return new RateQuote
        {
            Carrier = CarrierCode.FedEx,
            Account = account,
            Service = service,
            ServiceName = reply.ServiceName ?? FedExCapabilities.Value.Find(service)?.Name ?? service.Value,
            // The net charge includes taxes; FedEx's own charge does not.
            Price = rated.TotalNetFedExCharge is { } own and > 0 ? FedExCurrency.ToMoney(own, currency) : net,
            PriceWithTax = net,
            TransitDays = Days(reply.OperationalDetail?.TransitTime) ?? Days(reply.Commit?.TransitDays?.MinimumTransitTime),
            DeliveryBy = Due(reply.Commit) ?? Moment(reply.OperationalDetail?.CommitDate) ?? Moment(reply.OperationalDetail?.DeliveryDate),
            IsGuaranteed = reply.OperationalDetail?.IneligibleForMoneyBackGuarantee == false && Due(reply.Commit) is not null,
            IsNegotiated = rated.RateType == "ACCOUNT",
            Surcharges = Surcharges(rated.ShipmentRateDetail?.SurCharges ?? [], currency),
        };
    }

    private static Dictionary<string, Money> Surcharges(IReadOnlyList<FedExSurcharge> wire, string currency)
    {
        var surcharges = new Dictionary<string, Money>();
        foreach (var item in wire.Where(static item => item.Amount is not null and not 0))
        {
            var name = item.Type ?? item.Description ?? "OTHER";
            var part = FedExCurrency.ToMoney(item.Amount!.Value, currency);
            surcharges[name] = surcharges.TryGetValue(name, out var other) ? other + part : part;
        }

        return surcharges;
    }

    // FedEx says in words why it promises no day.
    private static FedExAlert? Unpromised(FedExCommit? commit) =>
        string.IsNullOrWhiteSpace(commit?.CommitMessageDetails) ? null : new FedExAlert(null, null, commit.CommitMessageDetails.Trim());

    private static DateTimeOffset? Due(FedExCommit? commit) => commit?.DateDetail is not { } date ? null
        : Moment(date.DayFormat) ?? Moment($"{date.Day} {date.Time}".Trim()) ?? (DateTimeOffset.TryParseExact(
            date.Day, "MMM-dd-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null);
}
