using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Commerce.Http.Pipeline;
using Xunit;

namespace Commerce.Http.Tests.Pipeline;

public sealed class TelemetryHandlerTests
{
    [Theory]
    [InlineData(HttpStatusCode.OK, "ok")]
    [InlineData(HttpStatusCode.BadRequest, "refused")]
    public async Task Call_is_one_span_with_vendor_operation_account_and_outcome(HttpStatusCode status, string outcome)
    {
        using var telemetry = new Alone(static account => new TelemetryHandler(account));
        using var spans = new Spans();
        telemetry.Http.Answer(status);

        await telemetry.SendAsync(Acme.Read);

        var span = Assert.Single(spans.Ended);
        Assert.Equal("acme read", span.DisplayName);
        Assert.Equal(
            ("acme", "read", "acme-1", outcome),
            (span.GetTagItem("commerce.vendor"), span.GetTagItem("commerce.operation"), span.GetTagItem("commerce.account"), span.GetTagItem("commerce.outcome")));
        Assert.Equal((int)status, span.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task Failure_is_an_error_of_its_kind()
    {
        using var telemetry = new Alone(static account => new TelemetryHandler(account));
        using var spans = new Spans();
        telemetry.Http.Answer((_, _) => throw new CommerceException(CommerceErrorKind.Throttled, "no place"));

        await Assert.ThrowsAsync<CommerceException>(() => telemetry.SendAsync(Acme.Read));

        var span = Assert.Single(spans.Ended);
        Assert.Equal((ActivityStatusCode.Error, "throttled"), (span.Status, span.GetTagItem("commerce.outcome")));
    }

    [Fact]
    public async Task Time_of_the_call_is_measured_by_the_accounts_clock()
    {
        using var telemetry = new Alone(static account => new TelemetryHandler(account));
        var measured = new List<double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Name == "commerce.http.call.duration")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            if (tags.ToArray().Contains(new KeyValuePair<string, object?>("commerce.operation", "measured")))
            {
                measured.Add(value);
            }
        });
        listener.Start();
        telemetry.Http.Answer((_, _) =>
        {
            telemetry.Clock.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        });

        await telemetry.SendAsync(new VendorOperation("measured"));

        Assert.Equal([2d], measured);
    }

    [Fact]
    public async Task Neither_span_nor_log_holds_the_address_of_the_request()
    {
        using var telemetry = new Alone(static account => new TelemetryHandler(account));
        using var logging = new Alone(static account => new LoggingHandler(account));
        using var spans = new Spans();
        telemetry.Http.Answer(HttpStatusCode.OK);
        logging.Http.Answer(HttpStatusCode.OK);

        await telemetry.SendAsync(Acme.Read);
        await logging.SendAsync(Acme.Read);

        var told = string.Join(' ', spans.Ended.SelectMany(span => span.TagObjects).Select(tag => tag.Value)) + logging.Logs.Text;
        Assert.DoesNotContain("zoe@example.com", told, StringComparison.Ordinal);
        Assert.Contains("2000 acme read (acme-1) answered 200 on attempt 1", logging.Logs.Text, StringComparison.Ordinal);
    }

    private sealed class Spans : IDisposable
    {
        private readonly ActivityListener _listener;
        private readonly Activity _mine = new Activity("test").Start();

        internal Spans()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = static source => source.Name == "Commerce.Http",
                Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity =>
                {
                    if (activity.TraceId == _mine.TraceId)
                    {
                        Ended.Add(activity);
                    }
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        internal List<Activity> Ended { get; } = [];

        public void Dispose()
        {
            _listener.Dispose();
            _mine.Dispose();
        }
    }
}
