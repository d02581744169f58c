using System.Diagnostics;
using System.Diagnostics.Metrics;
using Commerce.Agents.Storage;

namespace Commerce.Agents.Runtime;

/// <summary>Spans and measurements, named by OpenTelemetry's messaging conventions.</summary>
internal static class AgentsTelemetry
{
    private const string Name = "Commerce.Agents";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Lock Gate = new();
    private static readonly List<AgentRuntime> Running = [];
    private static readonly Counter<long> SentMessages = Meter.CreateCounter<long>("messaging.client.sent.messages", "{message}");
    private static readonly Counter<long> ConsumedMessages = Meter.CreateCounter<long>("messaging.client.consumed.messages", "{message}");
    private static readonly Histogram<double> ProcessDuration = Meter.CreateHistogram<double>("messaging.process.duration", "s", "How long handlers take.");
    private static readonly Counter<long> Duplicates = Meter.CreateCounter<long>("commerce.agents.inbox.duplicates", "{message}", "Messages that had been handled before.");
    private static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>("commerce.agents.dead_letters", "{message}", "Messages given up.");
    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>("commerce.agents.batch.size", "{key}", "Keys handled in one transaction.");
    private static readonly Histogram<double> CommitDuration = Meter.CreateHistogram<double>("commerce.agents.commit.duration", "s", "How long commits take.");

    static AgentsTelemetry()
    {
        Gauge("commerce.agents.outbox.depth", "{message}", static status => status.OutboxDepth);
        Gauge("commerce.agents.outbox.age", "s", static status => status.OutboxAge.TotalSeconds);
        Gauge("commerce.agents.schedule.lag", "s", static status => status.ScheduleLag.TotalSeconds);
        Gauge("commerce.agents.parked.keys", "{key}", static status => status.ParkedKeys);
        Gauge("commerce.agents.shards.owned", "{shard}", static status => status.OwnedShards);
    }

    internal static Activity? StartProcess(string agent, Envelope envelope)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var type = envelope.Message.GetType().Name;
        return Source.StartActivity($"process {type}", ActivityKind.Consumer, envelope.TraceParent)
            ?.SetTag("messaging.system", "commerce_agents")
            .SetTag("messaging.operation.type", "process")
            .SetTag("messaging.destination.name", type)
            .SetTag("messaging.message.id", envelope.Id)
            .SetTag("messaging.consumer.group.name", agent);
    }

    internal static void Sent(int count) => SentMessages.Add(count);

    internal static void Processed(string agent, TimeSpan duration) =>
        ProcessDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("messaging.consumer.group.name", agent));

    internal static void Handled(string agent, int handled, int duplicates, int deadLetters)
    {
        var tag = new KeyValuePair<string, object?>("messaging.consumer.group.name", agent);
        ConsumedMessages.Add(handled, tag);
        if (duplicates > 0)
        {
            Duplicates.Add(duplicates, tag);
        }

        if (deadLetters > 0)
        {
            DeadLetters.Add(deadLetters, tag);
        }
    }

    internal static void Committed(int keys, TimeSpan duration)
    {
        BatchSize.Record(keys);
        CommitDuration.Record(duration.TotalSeconds);
    }

    /// <summary>Shows a runtime's depths and ages while it runs.</summary>
    internal static void Watch(AgentRuntime runtime)
    {
        lock (Gate)
        {
            Running.Add(runtime);
        }
    }

    internal static void Forget(AgentRuntime runtime)
    {
        lock (Gate)
        {
            Running.Remove(runtime);
        }
    }

    private static void Gauge(string name, string unit, Func<StoreStatus, double> value) => Meter.CreateObservableGauge(
        name,
        () =>
        {
            lock (Gate)
            {
                return Running.Where(static runtime => runtime.Measured is not null)
                    .Select(runtime => new Measurement<double>(value(runtime.Measured!), new KeyValuePair<string, object?>("commerce.agents.node", runtime.Node)))
                    .ToList();
            }
        },
        unit);
}
