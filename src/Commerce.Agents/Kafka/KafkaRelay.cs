using System.Diagnostics;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Commerce.Agents.Kafka;

/// <summary>Takes committed messages from the outbox to the brokers. A row is deleted only when the brokers have it; after an error the order is begun anew from the first row that is left.</summary>
internal sealed class KafkaRelay : IDisposable
{
    private const int MaxRows = 2_000;
    private const long MostWaiting = 100_000;

    private static readonly ActivitySource Source = new("Commerce.Agents.Kafka");
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OldestWaiting = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MeasureTime = TimeSpan.FromSeconds(2);

    private readonly KafkaAgentsOptions _options;
    private readonly ILogger _log;
    private readonly AgentsSetup _setup;
    private readonly IAgentStore _store;
    private readonly Func<string, string> _topicOf;
    private readonly Lock _gate = new();
    private TaskCompletionSource _signal = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _wait = ShortestWait;
    private IProducer<string, byte[]>? _producer;
    private long _measuredAt;
    private bool _isFailing;

    internal KafkaRelay(KafkaAgentsOptions options, ILogger log, AgentsSetup setup, IAgentStore store, Func<string, string> topicOf)
    {
        _options = options;
        _log = log;
        _setup = setup;
        _store = store;
        _topicOf = topicOf;
    }

    internal string? Complaint { get; private set; }

    /// <summary>Is told when the outbox is so full that nothing new should be taken, and when it is not any more.</summary>
    internal Action<bool> Overfull { get; set; } = static _ => { };

    internal bool IsOverfull { get; private set; }

    internal void Signal()
    {
        lock (_gate)
        {
            _signal.TrySetResult();
        }
    }

    internal async Task PassAsync(CancellationToken cancellationToken)
    {
        Task signal;
        lock (_gate)
        {
            if (_signal.Task.IsCompleted)
            {
                _signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            signal = _signal.Task;
        }

        var rows = await _store.ReadOutboxAsync(MaxRows).ConfigureAwait(false);
        await MeasureAsync(rows.Count).ConfigureAwait(false);
        if (rows.Count > 0)
        {
            _setup.Pass(CrashPoint.BeforeSend);
            await SendAsync(rows).ConfigureAwait(false);
            _wait = ShortestWait;
            return;
        }

        if (await Task.WhenAny(signal, Task.Delay(_wait, TimeProvider.System, cancellationToken)).ConfigureAwait(false) != signal)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _wait = _wait * 2 < LongestWait ? _wait * 2 : LongestWait;
        }
    }

    internal void Close() => _producer?.Flush(TimeSpan.FromSeconds(5));

    public void Dispose() => _producer?.Dispose();

    private async Task SendAsync(IReadOnlyList<Delivery> rows)
    {
        var batch = new Batch(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i == rows.Count / 2)
            {
                _setup.Pass(CrashPoint.DuringSend);
            }

            Produce(rows[i], i, batch);
        }

        await batch.Done.ConfigureAwait(false);
        _setup.Pass(CrashPoint.AfterSend);
        foreach (var (place, bytes) in batch.TooLarge)
        {
            await RefuseAsync(rows[place], bytes).ConfigureAwait(false);
        }

        var sent = Sent(rows, batch);
        if (sent.Count > 0)
        {
            await _store.DeleteOutboxAsync(sent).ConfigureAwait(false);
        }

        if (batch.Error is { } error)
        {
            // What this producer still has must not overtake what is read again.
            _producer?.Dispose();
            _producer = null;
            _isFailing = true;
            Complaint = $"Kafka does not take messages: {error.Reason}";
            throw new CommerceException(CommerceErrorKind.Unavailable, $"Kafka does not take messages: {error.Reason}. They wait in the outbox.");
        }

        _isFailing = false;
        Complaint = IsOverfull ? Complaint : null;
    }

    private void Produce(Delivery row, int place, Batch batch)
    {
        var message = row.Envelope!.Message;
        var type = _setup.Json.NameOf(message);
        var topic = row.Topic ?? _topicOf(row.Agent);
        var body = _setup.Json.Write(message);
        if (body.Length > _options.MaxMessageBytes)
        {
            batch.Refuse(place, body.Length);
            return;
        }

        using var activity = Source.HasListeners()
            ? Source.StartActivity($"send {topic}", ActivityKind.Producer, row.Envelope.TraceParent)
                ?.SetTag("messaging.system", "kafka")
                .SetTag("messaging.operation.type", "send")
                .SetTag("messaging.destination.name", topic)
                .SetTag("messaging.message.id", row.Envelope.Id)
            : null;
        var record = new Message<string, byte[]> { Key = row.Key, Value = body, Headers = CloudEventHeaders.Write(row, type, _options.Source) };
        try
        {
            _producer ??= new ProducerBuilder<string, byte[]>(KafkaClients.Producer(_options))
                .SetLogHandler(static (_, _) => { })
                .SetErrorHandler(static (_, _) => { })
                .Build();
            _producer.Produce(topic, record, report => batch.Report(place, report.Error));
        }
        catch (ProduceException<string, byte[]> exception)
        {
            batch.Report(place, exception.Error);
        }
    }

    /// <summary>Finds what may be deleted: in each shard everything before the first row that the brokers do not have.</summary>
    private static List<Delivery> Sent(IReadOnlyList<Delivery> rows, Batch batch)
    {
        var broken = new HashSet<short>();
        var sent = new List<Delivery>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var shard = Shards.Of(rows[i].Topic ?? rows[i].Agent, rows[i].Key);
            if (batch.IsSent(i) && !broken.Contains(shard))
            {
                sent.Add(rows[i]);
            }
            else if (!batch.IsRefused(i))
            {
                broken.Add(shard);
            }
        }

        return sent;
    }

    private async Task RefuseAsync(Delivery row, int bytes)
    {
        var topic = row.Topic ?? _topicOf(row.Agent);
        _log.TooLarge(_setup.Json.NameOf(row.Envelope!.Message), bytes, topic);
        await _store.RefuseOutboxAsync(
            row, $"The message has {bytes} bytes and the brokers take {_options.MaxMessageBytes}: send less, or raise {nameof(KafkaAgentsOptions.MaxMessageBytes)} and the topic's max.message.bytes.").ConfigureAwait(false);
    }

    /// <summary>Looks how full the outbox is, while it does not empty.</summary>
    private async Task MeasureAsync(int read)
    {
        if (!_isFailing && !IsOverfull && read < MaxRows / 2)
        {
            return;
        }

        if (TimeProvider.System.GetElapsedTime(_measuredAt) < MeasureTime)
        {
            return;
        }

        _measuredAt = TimeProvider.System.GetTimestamp();
        var status = await _store.MeasureAsync().ConfigureAwait(false);
        var share = IsOverfull ? 0.5 : 1;
        var isOverfull = status.OutboxDepth > MostWaiting * share || status.OutboxAge > OldestWaiting * share;
        if (isOverfull == IsOverfull)
        {
            return;
        }

        IsOverfull = isOverfull;
        if (isOverfull)
        {
            Complaint = $"{status.OutboxDepth} messages wait for Kafka, the oldest for {status.OutboxAge.TotalSeconds:F0} s.";
            _log.IntakePaused(Complaint);
        }
        else
        {
            _log.IntakeResumed();
        }

        Overfull(isOverfull);
    }

    /// <summary>The acknowledgements of one batch.</summary>
    private sealed class Batch(int count)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly bool[] _sent = new bool[count];
        private readonly HashSet<int> _refused = [];
        private int _left = count;

        public Task Done => _done.Task;

        public Error? Error { get; private set; }

        public List<(int Place, int Bytes)> TooLarge { get; } = [];

        public bool IsSent(int place) => _sent[place];

        public bool IsRefused(int place) => _refused.Contains(place);

        public void Refuse(int place, int bytes)
        {
            _refused.Add(place);
            TooLarge.Add((place, bytes));
            Count();
        }

        public void Report(int place, Error error)
        {
            if (error.IsError)
            {
                Error = error;
            }
            else
            {
                _sent[place] = true;
            }

            Count();
        }

        private void Count()
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                _done.TrySetResult();
            }
        }
    }
}
