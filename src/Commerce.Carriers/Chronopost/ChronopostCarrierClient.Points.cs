using Commerce.Http;

namespace Commerce.Carriers.Chronopost;

internal sealed partial class ChronopostCarrierClient
{
    private const string NoPoint = "601";
    private static readonly VendorOperation Points = new("points") { IsSafeToRepeat = true };
    private static readonly VendorOperation Point = new("point") { IsSafeToRepeat = true };

    public async Task<IReadOnlyList<PickupPoint>> FindPickupPointsAsync(PickupPointRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (answer, result) = await CallAsync(ChronopostRequests.Points(request, options, channel.Clock.GetUtcNow()), Points, cancellationToken).ConfigureAwait(false);
        return answer.Error.Code switch
        {
            ChronopostErrors.Done => [.. answer.Map(result, body => ChronopostMapping.FromPoints(body, request.Near.Country)).Take(request.MaxCount)],
            NoPoint => [],
            _ => throw answer.Failure(ChronopostErrors.PointFailure(answer.Error)),
        };
    }

    public async Task<PickupPoint?> FindPickupPointAsync(PickupPointReference point, CountryCode country, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(point);
        var (answer, result) = await CallAsync(ChronopostRequests.Point(point, country, options), Point, cancellationToken).ConfigureAwait(false);
        return answer.Error.Code switch
        {
            ChronopostErrors.Done => answer.Map(result, body => ChronopostMapping.FromPoints(body, country)) is [var found, ..] ? found : null,
            NoPoint => null,
            _ => throw answer.Failure(ChronopostErrors.PointFailure(answer.Error)),
        };
    }
}
