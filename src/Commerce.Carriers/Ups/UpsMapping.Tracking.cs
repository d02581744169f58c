using System.Globalization;
using Commerce.Carriers.Ups.Wire;

namespace Commerce.Carriers.Ups;

/// <summary>UPS's words about parcels on their way to ours.</summary>
internal static partial class UpsMapping
{
    internal static TrackingReport? FromTrack(UpsTrackAnswer answer, TrackingNumber number)
    {
        var shipments = answer.TrackResponse?.Shipment ?? throw new FormatException("trackResponse.shipment");
        var packages = shipments.SelectMany(shipment => shipment.Package ?? []).ToList();
        var package = packages.Find(package => package.TrackingNumber == number.Value) ?? packages.FirstOrDefault();
        if (package is null)
        {
            return null;
        }

        var events = (package.Activity ?? []).Select(FromActivity).OrderByDescending(item => item.At).ToList();
        var latest = events.Find(item => item.Status is not null);
        var status = latest?.Status ?? UpsStatus.Of(package.CurrentStatus?.StatusCode ?? package.CurrentStatus?.Code, package.CurrentStatus?.Type);
        var delivered = events.Find(item => item.Status == TrackingStatus.Delivered);
        return new TrackingReport
        {
            TrackingNumber = number,
            Status = status ?? TrackingStatus.Unknown,
            Incident = latest?.Incident,
            Events = events,
            DeliveredAt = status == TrackingStatus.Delivered ? delivered?.At ?? Promised(package, "DEL") : null,
            EstimatedDelivery = Promised(package, "RDD") ?? Promised(package, "SDD"),
        };
    }

    /// <summary>Lists the parcels of each shipment in an answer.</summary>
    internal static IReadOnlyList<IReadOnlyList<UpsFoundParcel>> ParcelsIn(UpsTrackAnswer answer) =>
    [
        .. (answer.TrackResponse?.Shipment ?? []).Select(shipment => (shipment.Package ?? [])
            .Where(package => package.TrackingNumber is not null)
            .Select(package => new UpsFoundParcel(
                Parcel(package.TrackingNumber!) with
                {
                    PartnerTrackingNumber = package.AlternateTrackingNumber is [{ Number: { Length: > 0 } partner }, ..] ? new TrackingNumber(partner) : null,
                },
                package.CurrentStatus?.StatusCode == "007" || package.CurrentStatus?.Code == "007",
                package.PackageCount ?? 0))
            .ToList()),
    ];

    private static TrackingEvent FromActivity(UpsTrackActivity activity)
    {
        var code = activity.Status?.StatusCode ?? activity.Status?.Code ?? "";
        var status = UpsStatus.Of(activity.Status?.StatusCode, activity.Status?.Type);
        return new TrackingEvent
        {
            At = Time(activity),
            Code = code,
            Description = activity.Status?.Description?.Trim() ?? "",
            Status = status,
            Incident = UpsStatus.IncidentOf(activity.Status?.StatusCode, status),
            Location = activity.Location?.Address is { City: { } city } address ? $"{city} {address.CountryCode}".Trim() : null,
        };
    }

    // UTC where UPS gives it; else the local time of the scan, read as UTC because its zone is not given.
    private static DateTimeOffset Time(UpsTrackActivity activity)
    {
        var date = activity.GmtDate ?? activity.Date ?? throw new FormatException("activity.date");
        var time = (activity.GmtTime ?? activity.Time ?? "000000").Replace(":", "", StringComparison.Ordinal);
        return DateTimeOffset.ParseExact(date + time, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    // The hour counts when it belongs to the day: a delivered time to the delivered date, a promised one to a promised date.
    private static DateTimeOffset? Promised(UpsTrackPackage package, string type)
    {
        var time = (type == "DEL") == (package.DeliveryTime?.Type == "DEL") ? package.DeliveryTime?.EndTime : null;
        return (package.DeliveryDate ?? []).Where(date => date.Type == type).Select(date => Moment(date.Date, time)).Max();
    }
}
