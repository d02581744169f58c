using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Commerce.Http;

namespace Commerce.Carriers.Dpd;

/// <summary>Tracking and pickup points by the Shipper Webservices of the Netherlands, Belgium and Luxembourg. Their tokens live a day, and logging in before each call gets an application banned.</summary>
internal sealed class DpdShipper
{
    private const string LoginNamespace = "http://dpd.com/common/service/types/LoginService/2.1";
    private const string AuthenticationNamespace = "http://dpd.com/common/service/types/Authentication/2.0";
    private const string LifeCycleNamespace = "http://dpd.com/common/service/types/ParcelLifeCycleService/2.0";
    private const string Language = "en_EN";

    private static readonly VendorOperation Login = new("shipper-token") { IsAnonymous = true, IsSafeToRepeat = true };
    private static readonly VendorOperation Tracking = new("track") { IsAnonymous = true, IsSafeToRepeat = true };
    private static readonly VendorOperation Points = new("pickup-points") { IsAnonymous = true, IsSafeToRepeat = true };
    private static readonly XNamespace Space = LifeCycleNamespace;
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private readonly VendorChannel _channel;
    private readonly DpdCarrierOptions _options;
    private readonly TokenCache _tokens;

    internal DpdShipper(VendorChannel channel, DpdCarrierOptions options)
    {
        _channel = channel;
        _options = options;
        _tokens = new TokenCache(FetchAsync, channel.Clock);
    }

    internal async Task<TrackingReport?> TrackAsync(TrackingNumber number, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            "ParcelLifeCycleService/V2_0",
            LifeCycleNamespace,
            "getTrackingData",
            writer => writer.WriteElementString("parcelLabelNumber", number.Value),
            Tracking,
            cancellationToken).ConfigureAwait(false);
        if (answer.Error.Kind is null && DpdErrors.SaysNotFound(answer.Error.Message))
        {
            return null;
        }

        var body = Soap.ReadBody(answer);
        return answer.Map(body, content => FromAnswer(content, number));
    }

    internal async Task<IReadOnlyList<PickupPoint>> FindPointsAsync(PickupPointRequest request, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            "ParcelShopFinderService/V5_0",
            DpdShipperPoints.Namespace,
            "findParcelShops",
            writer => DpdShipperPoints.Write(writer, request),
            Points,
            cancellationToken).ConfigureAwait(false);
        return answer.Map(Soap.ReadBody(answer), body => DpdShipperPoints.FromAnswer(body, request));
    }

    internal static TrackingReport? FromAnswer(XElement body, TrackingNumber number)
    {
        var result = body.Element(Space + "trackingresult") ?? throw new FormatException("trackingresult");
        var events = result.Elements(Space + "statusInfo")
            .Where(static item => item.Element(Space + "statusHasBeenReached")?.Value == "true")
            .Select(Event).OrderByDescending(item => item.At).ToList();
        if (events.Count == 0)
        {
            // Announced: the state SHIPMENT, which is not reached before DPD has the parcel.
            return result.Element(Space + "shipmentInfo")?.Element(Space + "status")?.Value is { Length: > 0 } state
                ? new TrackingReport { TrackingNumber = number, Status = DpdStatus.OfShipper(state).Status, Events = [] }
                : null;
        }

        return new TrackingReport
        {
            TrackingNumber = number,
            Status = events[0].Status ?? TrackingStatus.Unknown,
            Incident = events[0].Incident,
            Events = events,
            DeliveredAt = events[0].Status == TrackingStatus.Delivered ? events[0].At : null,
        };
    }

    private static TrackingEvent Event(XElement item)
    {
        var state = Text(item, "status") ?? throw new FormatException("status");
        var (status, incident) = DpdStatus.OfShipper(state);

        // As Americans write it: 8/17/2021 7:11:26 PM, in the time of the country.
        var at = DateTime.ParseExact(Text(item, "date") ?? throw new FormatException("date"), "M/d/yyyy h:mm:ss tt", CultureInfo.InvariantCulture);
        return new TrackingEvent
        {
            At = new DateTimeOffset(at, Amsterdam.GetUtcOffset(at)),
            Code = state,
            Description = string.Join(": ", ((string?[])[Text(item, "label"), Text(item, "description")]).OfType<string>()),
            Status = status,
            Incident = incident,
            Location = Text(item, "location"),
        };
    }

    // Texts are wrapped once or twice: in content, or in content in content.
    private static string? Text(XElement parent, string name)
    {
        var element = parent.Element(Space + name);
        while (element?.Element(Space + "content") is { } inner)
        {
            element = inner;
        }

        return element is null || element.HasElements || string.IsNullOrWhiteSpace(element.Value) ? null : element.Value.Trim();
    }

    private async Task<VendorAnswer> CallAsync(
        string service, string ns, string name, Action<XmlWriter> children, VendorOperation operation, CancellationToken cancellationToken)
    {
        var token = await _tokens.GetAsync(null, cancellationToken).ConfigureAwait(false);
        var answer = await SendAsync().ConfigureAwait(false);
        if (answer.Error.Code == DpdErrors.ShipperAuthentication)
        {
            // Its time is up earlier than it said: once more with a new one.
            token = await _tokens.GetAsync(token, cancellationToken).ConfigureAwait(false);
            answer = await SendAsync().ConfigureAwait(false);
        }

        return answer;

        Task<VendorAnswer> SendAsync() => _channel.SendAsync(
            Soap.Post(
                Address(service),
                $"{ns}/{name}",
                writer =>
                {
                    writer.WriteStartElement("ns", name, ns);
                    children(writer);
                    writer.WriteEndElement();
                },
                writer =>
                {
                    writer.WriteStartElement("ns", "authentication", AuthenticationNamespace);
                    writer.WriteElementString("delisId", _options.ShipperDelisId);
                    writer.WriteElementString("authToken", token);
                    writer.WriteElementString("messageLanguage", Language);
                    writer.WriteEndElement();
                }),
            operation,
            cancellationToken);
    }

    private async Task<AccessToken> FetchAsync(CancellationToken cancellationToken)
    {
        var request = Soap.Post(Address("LoginService/V2_1"), LoginNamespace + "/getAuth", writer =>
        {
            writer.WriteStartElement("ns", "getAuth", LoginNamespace);
            writer.WriteElementString("delisId", _options.ShipperDelisId);
            writer.WriteElementString("password", _options.ShipperPassword);
            writer.WriteElementString("messageLanguage", Language);
            writer.WriteEndElement();
        });
        var answer = await _channel.SendAsync(request, Login, cancellationToken).ConfigureAwait(false);
        var body = Soap.ReadBody(answer);
        var token = body.Descendants().FirstOrDefault(static element => element.Name.LocalName == "authToken")?.Value;
        var end = body.Descendants().FirstOrDefault(static element => element.Name.LocalName == "authTokenExpires")?.Value;
        return string.IsNullOrWhiteSpace(token) ? throw answer.Malformed("the element authToken is missing") : new AccessToken(token, Lifetime(end, _channel.Clock.GetUtcNow()));
    }

    private static TimeSpan Lifetime(string? end, DateTimeOffset now)
    {
        var day = TimeSpan.FromHours(24);
        return DateTime.TryParse(end, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            && new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), Amsterdam.GetUtcOffset(at)) - now is var left && left > TimeSpan.Zero && left < day
            ? left
            : day;
    }

    private string Address(string service) => $"{_options.ShipperAddress.AbsoluteUri.TrimEnd('/')}/soap/services/{service}";
}
