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
    private static readonly Counter<long> SentMessages = Meter.CreateCounter<long>("messaging.client.sent.messages");
    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>("commerce.agents.batch.size", "{key}", "Keys handled in one transaction.");

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

    internal static void Batch(int keys) => BatchSize.Record(keys);
}
