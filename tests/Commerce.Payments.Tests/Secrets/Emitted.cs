using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Commerce.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Commerce.Payments.Tests.Secrets;

/// <summary>
/// Hears everything that the tests of this assembly let out, from the first test on: every exception that is thrown, with the vendor's words, and the raw
/// body of those that reach a caller, every span with its tags and events, every tag of a metric, and every log line of those who log to <see cref="Log"/>.
/// </summary>
internal static class Emitted
{
    private static readonly ConcurrentDictionary<string, int> Heard = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, int> Said = new(StringComparer.Ordinal);
    private static int _exceptions;
    private static int _spans;
    private static int _measurements;

    internal static LogLines Log { get; } = new();

    internal static (int Exceptions, int Spans, int Measurements) Counts => (_exceptions, _spans, _measurements);

    /// <summary>Gets what went into logs, exceptions, spans and metrics.</summary>
    internal static IEnumerable<string> Outside => Heard.Keys.Concat(Log.Lines);

    /// <summary>Gets all of that, and what requests and results say of themselves.</summary>
    internal static IEnumerable<string> Everything => Outside.Concat(Said.Keys);

    /// <summary>Adds what a request or a result says of itself.</summary>
    internal static void Say(object? said) => Said.TryAdd(said?.ToString() ?? "", 0);

    /// <summary>Adds a failure that reached a caller, with the raw body that it carries.</summary>
    internal static void Reached(CommerceException failure) => Hear($"{failure} {failure.RawBody}");

    /// <summary>Logs everything of a container here.</summary>
    internal static void Logs(ILoggingBuilder logging) => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log);

#pragma warning disable CA2255 // The suite listens from its first moment on: no fixture begins earlier.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Listen()
    {
        AppDomain.CurrentDomain.FirstChanceException += static (_, thrown) => Hear(thrown.Exception);
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = static source => source.Name.StartsWith("Commerce", StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = static activity =>
            {
                Interlocked.Increment(ref _spans);
                Hear($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)} "
                    + string.Join(' ', activity.Events.Select(static told => $"{told.Name} {string.Join(' ', told.Tags)}")));
            },
        });
        var meters = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name.StartsWith("Commerce", StringComparison.Ordinal))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<double>(static (instrument, _, tags, _) => Measured(instrument, tags));
        meters.SetMeasurementEventCallback<long>(static (instrument, _, tags, _) => Measured(instrument, tags));
        meters.SetMeasurementEventCallback<int>(static (instrument, _, tags, _) => Measured(instrument, tags));
        meters.Start();
    }

    private static void Measured(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Interlocked.Increment(ref _measurements);
        Hear($"{instrument.Name} {string.Join(' ', tags.ToArray())}");
    }

    private static void Hear(string text) => Heard.TryAdd(text, 0);

    private static void Hear(Exception exception)
    {
        // What the tests themselves throw is theirs.
        if (exception is Xunit.Sdk.XunitException)
        {
            return;
        }

        Interlocked.Increment(ref _exceptions);
        Hear(exception is CommerceException commerce
            ? $"{commerce.Message} {commerce.VendorCode} {commerce.VendorMessage} {commerce.Field} {commerce.RequestId} {commerce.InnerException?.Message}"
            : $"{exception.GetType()} {exception.Message}");
    }
}
