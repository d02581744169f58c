using System.Diagnostics;
using Commerce.Agents.Runtime;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Commerce.Agents.Kafka;

/// <summary>Takes committed messages from the outbox to the brokers. A row is deleted only when the brokers have it; after an error the order is begun anew from the first row that is left.</summary>
internal sealed class KafkaRelay : IDisposable
{
    private const int MaxRows = 2_000;

    /// <summary>How many rows go one by one, after brokers refused one among them for its size.</summary>
    private const int MaxSingleRows = 200;
    private const long MostWaiting = 100_000;

    private static readonly ActivitySource Source = new("Commerce.Agents.Kafka");
    private static readonly TimeSpan OldestWaiting = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MeasureTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(5);

    private readonly KafkaAgentsOptions _options;
    private readonly ILogger _log;
    private readonly AgentsSetup _setup;
    private readonly IAgentStore _store;
    private readonly Func<string, string> _topicOf;
    private readonly Action<string?> _overfull;
    private readonly WorkSignal _signal = new();
    private IProducer<byte[]?, byte[]?>? _producer;
    private string? _failure;
    private string? _overfullReason;
    private long _measuredAt;
    private bool _oneByOne;

    internal KafkaRelay(
        KafkaAgentsOptions options, ILogger log, AgentsSetup setup, IAgentStore store, Func<string, string> topicOf, Action<string?> overfull)
    {
        _options = options;
        _log = log;
        _setup = setup;
        _store = store;
        _topicOf = topicOf;
        _overfull = overfull;
    }

    internal string? Complaint => _failure ?? _overfullReason;

    internal void Signal() => _signal.Set();

    internal async Task PassAsync(CancellationToken cancellationToken)
    {
        var signal = _signal.Arm();
        var rows = await _store.ReadOutboxAsync(_oneByOne ? MaxSingleRows : MaxRows).ConfigureAwait(false);
        if (rows.Count >= MaxRows / 2 || Complaint is not null)
        {
            await MeasureAsync().ConfigureAwait(false);
        }

        if (rows.Count > 0)
        {
            _setup.Pass(CrashPoint.BeforeSend);
            await SendAsync(rows, cancellationToken).ConfigureAwait(false);
            _signal.Found();
            return;
        }

        _failure = null;
        await _signal.WaitAsync(signal, cancellationToken).ConfigureAwait(false);
    }

    internal void Close()
    {
        try
        {
            _producer?.Flush(StopTime);
        }
        catch (KafkaException)
        {
            // What is not there is still in the outbox.
        }
    }

    public void Dispose() => _producer?.Dispose();

    private async Task SendAsync(IReadOnlyList<Delivery> rows, CancellationToken cancellationToken)
    {
        if (!_oneByOne)
        {
            await SendBatchAsync(rows, cancellationToken).ConfigureAwait(false);
            return;
        }

        // The brokers found something too large among these. They refuse a whole request for that, so each goes alone now.
        foreach (var row in rows)
        {
            await SendBatchAsync([row], cancellationToken).ConfigureAwait(false);
        }

        _oneByOne = false;
    }

    private async Task SendBatchAsync(IReadOnlyList<Delivery> rows, CancellationToken cancellationToken)
    {
        var batch = new SentBatch(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i == rows.Count / 2)
            {
                _setup.Pass(CrashPoint.DuringSend);
            }

            Produce(rows[i], i, batch);
        }

        await WaitAsync(batch.Done, cancellationToken).ConfigureAwait(false);
        _setup.Pass(CrashPoint.AfterSend);
        foreach (var (place, bytes) in batch.TooLarge)
        {
            await RefuseAsync(rows[place], bytes, $"the brokers take {_options.MaxMessageBytes}").ConfigureAwait(false);
        }

        if (batch.Sent(rows) is { Count: > 0 } sent)
        {
            await _store.DeleteOutboxAsync(sent).ConfigureAwait(false);
        }

        if (batch.Error is not { } error)
        {
            _failure = null;
            return;
        }

        // What this producer still has must not overtake what is read again.
        _producer?.Dispose();
        _producer = null;
        if (batch.IsTooLarge && rows.Count == 1)
        {
            await RefuseAsync(rows[0], _setup.Json.Write(rows[0].Envelope!.Message).Length, "the brokers refuse that").ConfigureAwait(false);
            return;
        }

        _oneByOne = batch.IsTooLarge;
        if (!_oneByOne)
        {
            _failure = $"Kafka does not take messages: {error.Reason}";
            throw new CommerceException(CommerceErrorKind.Unavailable, $"Kafka does not take messages ({error.Reason}): they wait in the outbox.");
        }
    }

    /// <summary>Waits for the acknowledgements; meanwhile looks how full the outbox gets.</summary>
    private async Task WaitAsync(Task done, CancellationToken cancellationToken)
    {
        while (await Task.WhenAny(done, Task.Delay(MeasureTime, TimeProvider.System, cancellationToken)).ConfigureAwait(false) != done)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                // A little longer, so that what was sent is not sent again after the next start.
                await Task.WhenAny(done, Task.Delay(StopTime, TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
                if (!done.IsCompleted)
                {
                    throw new OperationCanceledException(cancellationToken);
                }

                return;
            }

            await MeasureAsync().ConfigureAwait(false);
        }
    }

    private void Produce(Delivery row, int place, SentBatch batch)
    {
        if (batch.Error is { } earlier)
        {
            // Nothing may overtake what has failed.
            batch.Report(place, earlier);
            return;
        }

        var message = row.Envelope!.Message;
        var type = _setup.Json.NameOf(message);
        var topic = row.Topic ?? _topicOf(row.Agent);
        var body = _setup.Json.Write(message);
        if (body.Length > _options.MaxMessageBytes)
        {
            batch.Refuse(place, body.Length);
            return;
        }

        var activity = StartSend(topic, row.Envelope);
        var record = new Message<byte[]?, byte[]?>
        {
            Key = System.Text.Encoding.UTF8.GetBytes(row.Key),
            Value = body,
            Headers = CloudEventHeaders.Write(row, type, _options.Source, activity?.Id),
        };
        try
        {
            _producer ??= KafkaClients.Producer(_options, _log);
            _producer.Produce(topic, record, report =>
            {
                EndSend(activity, report);
                batch.Report(place, report.Error);
            });
        }
        catch (ProduceException<byte[]?, byte[]?> exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Error.Reason).Dispose();
            batch.Report(place, exception.Error);
        }
        finally
        {
            // The next one is not its child.
            if (activity is not null)
            {
                Activity.Current = activity.Parent;
            }
        }
    }

    private static Activity? StartSend(string topic, Envelope envelope) => Source.HasListeners()
        ? Source.StartActivity($"send {topic}", ActivityKind.Producer, envelope.TraceParent)
            ?.SetTag("messaging.system", "kafka")
            .SetTag("messaging.operation.type", "send")
            .SetTag("messaging.destination.name", topic)
            .SetTag("messaging.message.id", envelope.Id)
        : null;

    private static void EndSend(Activity? activity, DeliveryReport<byte[]?, byte[]?> report)
    {
        if (activity is null)
        {
            return;
        }

        _ = report.Error.IsError
            ? activity.SetStatus(ActivityStatusCode.Error, report.Error.Reason)
            : activity.SetTag("messaging.destination.partition.id", report.Partition.Value).SetTag("messaging.kafka.offset", report.Offset.Value);
        activity.Dispose();
    }

    private async Task RefuseAsync(Delivery row, int bytes, string limit)
    {
        _log.TooLarge(_setup.Json.NameOf(row.Envelope!.Message), bytes, row.Topic ?? _topicOf(row.Agent));
        await _store.RefuseOutboxAsync(
            row,
            $"The message has {bytes} bytes and {limit}: send less, or raise {nameof(KafkaAgentsOptions.MaxMessageBytes)} and the topic's max.message.bytes.").ConfigureAwait(false);
    }

    /// <summary>Looks how full the outbox is, while it does not empty.</summary>
    private async Task MeasureAsync()
    {
        if (TimeProvider.System.GetElapsedTime(_measuredAt) < MeasureTime)
        {
            return;
        }

        _measuredAt = TimeProvider.System.GetTimestamp();
        var status = await _store.MeasureAsync().ConfigureAwait(false);
        var share = _overfullReason is null ? 1 : 0.5;
        var isOverfull = status.OutboxDepth > MostWaiting * share || status.OutboxAge > OldestWaiting * share;
        if (isOverfull == _overfullReason is not null)
        {
            return;
        }

        _overfullReason = isOverfull ? $"{status.OutboxDepth} messages wait for Kafka, the oldest for {status.OutboxAge.TotalSeconds:F0} s." : null;
        _overfull(_overfullReason);
    }
}
