using System.Globalization;
using System.Text;
using Commerce.Agents.Runtime;
using Commerce.Agents.Storage;
using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Commerce.Agents.Kafka;

/// <summary>Takes over what other systems write on their topics; what cannot be taken over goes to a topic of dead letters as it came.</summary>
internal sealed class ForeignRecords(KafkaAgentsOptions options, ILogger log, AgentsSetup setup) : IDisposable
{
    private IProducer<byte[]?, byte[]?>? _deadLetters;
    private int _failures;
    private long _failedAt;

    internal string? Complaint { get; private set; }

    /// <summary>Gets a value indicating whether nothing is to be taken for a while, after a failure.</summary>
    internal bool IsWaiting => _failures > 0 && TimeProvider.System.GetElapsedTime(_failedAt) < BackOff.After(_failures);

    /// <summary>Stores records of one partition, each key's in order.</summary>
    /// <returns>Whether all are stored or set aside; else all must come again.</returns>
    internal async Task<bool> TakeOverAsync(List<ConsumeResult<byte[]?, byte[]?>> records)
    {
        try
        {
            await Task.WhenAll(records
                .Select(record => (Record: record, Read: CloudEventHeaders.Read(record, setup.Json)))
                .GroupBy(static entry => entry.Read.Key, StringComparer.Ordinal)
                .Select(async key =>
                {
                    foreach (var (record, read) in key)
                    {
                        await TakeOverAsync(record, read.Envelope).ConfigureAwait(false);
                    }
                })).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is CommerceException or KafkaException)
        {
            if (_failures++ == 0)
            {
                log.TakeOverFailed(exception);
            }

            _failedAt = TimeProvider.System.GetTimestamp();
            Complaint = $"Messages of other systems cannot be taken over: {exception.Message}";
            return false;
        }

        if (_failures > 0)
        {
            log.TakeOverRecovered();
        }

        (_failures, Complaint) = (0, null);
        return true;
    }

    public void Dispose() => _deadLetters?.Dispose();

    private async Task TakeOverAsync(ConsumeResult<byte[]?, byte[]?> record, Envelope envelope)
    {
        if (envelope.Message is UnreadableMessage unreadable)
        {
            await SetAsideAsync(record, unreadable.Reason).ConfigureAwait(false);
            return;
        }

        try
        {
            await setup.TakeOverAsync(envelope).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidOperationException or CommerceException { IsTransient: false })
        {
            // No key, or the store refuses it: it would never go in.
            await SetAsideAsync(record, exception.Message).ConfigureAwait(false);
        }
    }

    private async Task SetAsideAsync(ConsumeResult<byte[]?, byte[]?> record, string reason)
    {
        var topic = KafkaTopics.DeadLettersOf(record.Topic, options);
        var headers = record.Message.Headers ?? [];
        Add(headers, "error", reason);
        Add(headers, "error_topic", record.Topic);
        Add(headers, "error_partition", record.Partition.Value.ToString(CultureInfo.InvariantCulture));
        Add(headers, "error_offset", record.Offset.Value.ToString(CultureInfo.InvariantCulture));
        _deadLetters ??= KafkaClients.Producer(options, log);
        try
        {
            await _deadLetters.ProduceAsync(
                topic, new Message<byte[]?, byte[]?> { Key = record.Message.Key, Value = record.Message.Value, Headers = headers }).ConfigureAwait(false);
        }
        catch (KafkaException)
        {
            // After a lost message an idempotent producer refuses everything: the next try has a new one.
            Interlocked.Exchange(ref _deadLetters, null)?.Dispose();
            throw;
        }

        log.SetAside(record.Topic, record.Partition.Value, record.Offset.Value, topic, reason);
    }

    private static void Add(Headers headers, string name, string value) => headers.Add(name, Encoding.UTF8.GetBytes(value));
}
