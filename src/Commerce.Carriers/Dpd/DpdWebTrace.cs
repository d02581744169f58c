using System.Globalization;
using System.Xml.Linq;

namespace Commerce.Carriers.Dpd;

/// <summary>Reads WebTrace's answers. Its times are those of France, without zone. Source: webtrace.wsdl.</summary>
internal static class DpdWebTrace
{
    private const string DayAndTime = "dd.MM.yyyy HH:mm:ss";
    private static readonly XNamespace Space = DpdFranceRequests.WebTraceNamespace;
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly string[] Times = ["dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy HH:mm", "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "dd.MM.yyyy", "dd/MM/yyyy"];

    /// <summary>Gets the result element of an answer: <c>getShipmentTraceResult</c>.</summary>
    internal static XElement? Result(XElement body) => body.Elements().FirstOrDefault(element => element.Name.LocalName.EndsWith("Result", StringComparison.Ordinal));

    internal static string? ErrorOf(XElement trace) => Value(trace, "LastError");

    internal static bool IsEmpty(XElement trace) => Value(trace, "ShipmentNumber") is null;

    internal static TrackingReport FromTrace(XElement trace, TrackingNumber number)
    {
        var isReturn = Value(trace, "IsRetour") is "true" or "1";
        var events = (trace.Element(Space + "Traces")?.Elements(Space + "clsTrace") ?? [])
            .Select(item => Event(item, isReturn)).OrderByDescending(item => item.At).ToList();
        var status = events.Count == 0 ? TrackingStatus.Created : events[0].Status ?? TrackingStatus.Unknown;
        var planned = trace.Element(Space + "DeliveryScheduled");
        return new TrackingReport
        {
            TrackingNumber = number,
            Status = status,
            Incident = events.Count == 0 ? null : events[0].Incident,
            Events = events,
            EstimatedDelivery = status == TrackingStatus.Delivered || planned is null ? null : Planned(planned),
            DeliveredAt = status == TrackingStatus.Delivered ? events[0].At : null,
        };
    }

    /// <summary>Gives the numbers of the parcels that carry a reference, without those that were cancelled.</summary>
    internal static IReadOnlyList<string> Numbers(IEnumerable<XElement> traces, string reference) =>
    [
        .. traces
            .Where(trace => Value(trace, "Reference") is not { } found || found == reference)
            .Where(trace => !IsCancelled(trace))
            .Select(trace => Value(trace, "ShipmentNumber")).OfType<string>().Distinct(),
    ];

    internal static IEnumerable<XElement> Traces(XElement result) => result.Elements(Space + "clsShipmentTrace").Concat(result.Elements(Space + "clsShipmentTraceWithImages"));

    /// <summary>Finds the picture of the proof of delivery.</summary>
    internal static ShippingDocument? Proof(XElement result, TrackingNumber number)
    {
        var image = result.Descendants(Space + "Image").FirstOrDefault(candidate => Value(candidate, "type") == "POD" && Value(candidate, "image") is not null);
        if (image is null)
        {
            return null;
        }

        var bytes = Convert.FromBase64String(Value(image, "image")!);
        return new ShippingDocument
        {
            Kind = DocumentKind.ProofOfDelivery, Format = DpdLabels.FormatOf(bytes) ?? new LabelFormat("image"), Content = bytes, TrackingNumber = number,
        };
    }

    private static bool IsCancelled(XElement trace) => FromTrace(trace, new TrackingNumber("-")).Status == TrackingStatus.Cancelled;

    private static TrackingEvent Event(XElement item, bool isReturn)
    {
        var sentence = Value(item, "StatusDescription") ?? "";
        var (status, incident) = DpdStatus.OfWebTrace(sentence);
        var details = item.Element(Space + "Details")?.Elements(Space + "clsTraceDetails").Select(detail => Value(detail, "Text")) ?? [];
        var at = DateTime.ParseExact(
            $"{Value(item, "ScanDate")} {Value(item, "ScanTime") ?? "00:00:00"}", DayAndTime, CultureInfo.InvariantCulture, DateTimeStyles.None);
        return new TrackingEvent
        {
            At = Local(at),
            Code = Value(item, "StatusNumber") ?? "",
            Description = Cut(string.Join("; ", new[] { sentence, Value(item, "Remark"), Value(item, "Info") }.Concat(details).Where(static text => !string.IsNullOrWhiteSpace(text)))),

            // What is delivered on the way back is back at the sender.
            Status = isReturn && status == TrackingStatus.Delivered ? TrackingStatus.Returned : status,
            Incident = incident,
            Location = Value(item, "CenterName"),
        };
    }

    private static DateTimeOffset? Planned(XElement planned)
    {
        var text = $"{Value(planned, "EndDate") ?? Value(planned, "StartDate")} {Value(planned, "EndTime") ?? Value(planned, "StartTime")}".Trim();
        return DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? Local(at) : null;
    }

    private static DateTimeOffset Local(DateTime at) => new(at, Paris.GetUtcOffset(at));

    private static string Cut(string text) => text.Length <= 1000 ? text : text[..1000];

    private static string? Value(XElement parent, string name) => parent.Element(Space + name)?.Value.Trim() is { Length: > 0 } value ? value : null;
}
