using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Microsoft.Extensions.Logging;

namespace Commerce.Agents.Kafka;

/// <summary>Looks at the topics when a process starts, and makes those of ours that are missing.</summary>
internal static class KafkaTopics
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    internal static string DeadLettersOf(string topic, KafkaAgentsOptions options) => $"{topic}.{options.GroupId}.dlq";

    /// <summary>Finds or makes the topics.</summary>
    /// <returns>The number of partitions of each.</returns>
    internal static async Task<Dictionary<string, int>> PrepareAsync(
        KafkaAgentsOptions options, ILogger log, IReadOnlyCollection<string> own, CancellationToken cancellationToken)
    {
        string? cause = null;
        using var admin = new AdminClientBuilder(KafkaClients.AdminSettings(options))
            .SetLogHandler((_, message) => KafkaClients.Forward(log, message))
            .SetErrorHandler((_, error) => cause = error.Code == ErrorCode.Local_AllBrokersDown && cause is not null ? cause : error.Reason)
            .Build();
        var known = Look(admin, options, () => cause);
        string[] ours = [.. own, .. options.Subscriptions.Select(topic => DeadLettersOf(topic, options))];
        string[] missing = [.. ours.Where(topic => !known.ContainsKey(topic))];
        if (missing.Length > 0 && options.CreateTopics)
        {
            await CreateAsync(admin, options, missing).ConfigureAwait(false);
        }

        // A topic that was just made, or that brokers make when it is asked for, shows its partitions a little later.
        var started = TimeProvider.System.GetTimestamp();
        var all = ours.Concat(options.Subscriptions).Distinct(StringComparer.Ordinal).ToList();
        while (true)
        {
            foreach (var topic in all.Where(topic => !known.ContainsKey(topic)))
            {
                Add(known, admin.GetMetadata(topic, Patience));
            }

            missing = [.. all.Where(topic => !known.ContainsKey(topic))];
            if (missing.Length == 0)
            {
                return known;
            }

            if (!options.CreateTopics || missing.Any(options.Subscriptions.Contains) || TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw Missing(missing, options);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Dictionary<string, int> Look(IAdminClient admin, KafkaAgentsOptions options, Func<string?> cause)
    {
        try
        {
            var known = new Dictionary<string, int>(StringComparer.Ordinal);
            Add(known, admin.GetMetadata(Patience));
            return known;
        }
        catch (KafkaException exception)
        {
            throw new CommerceException(
                CommerceErrorKind.Unavailable,
                $"No broker answers at {options.BootstrapServers} ({cause() ?? exception.Error.Reason}): are they running, and is {nameof(KafkaAgentsOptions.BootstrapServers)} right?",
                exception)
            {
                Field = nameof(KafkaAgentsOptions.BootstrapServers),
            };
        }
    }

    private static void Add(Dictionary<string, int> known, Metadata metadata)
    {
        foreach (var topic in metadata.Topics.Where(static topic => !topic.Error.IsError && topic.Partitions.Count > 0))
        {
            known[topic.Topic] = topic.Partitions.Count;
        }
    }

    private static async Task CreateAsync(IAdminClient admin, KafkaAgentsOptions options, string[] topics)
    {
        try
        {
            await admin.CreateTopicsAsync(topics.Select(topic => KafkaClients.Specification(topic, options))).ConfigureAwait(false);
        }
        catch (CreateTopicsException exception) when (exception.Results.TrueForAll(static result => result.Error.Code is ErrorCode.NoError or ErrorCode.TopicAlreadyExists))
        {
            // Another process that started at the same time was faster.
        }
        catch (CreateTopicsException exception)
        {
            var refused = exception.Results.First(static result => result.Error.Code is not (ErrorCode.NoError or ErrorCode.TopicAlreadyExists));
            throw Refused(refused.Topic, refused.Error, exception);
        }
        catch (KafkaException exception)
        {
            throw Refused(string.Join(", ", topics), exception.Error, exception);
        }
    }

    private static CommerceException Refused(string topics, Error error, Exception exception) => new(
        error.Code is ErrorCode.TopicAuthorizationFailed or ErrorCode.ClusterAuthorizationFailed ? CommerceErrorKind.Forbidden : CommerceErrorKind.Unavailable,
        $"The topic {topics} could not be created ({error.Reason}): correct {nameof(KafkaAgentsOptions.ReplicationFactor)} or the rights, or create it and set {nameof(KafkaAgentsOptions.CreateTopics)} to false.",
        exception);

    private static CommerceException Missing(string[] missing, KafkaAgentsOptions options)
    {
        string[] foreign = [.. missing.Where(options.Subscriptions.Contains)];
        return foreign.Length > 0
            ? new CommerceException(
                CommerceErrorKind.NotFound, $"These topics of other systems are missing: {string.Join(", ", foreign)}. They are never created here: are their names right in {nameof(KafkaAgentsOptions.Subscriptions)}?")
            {
                Field = nameof(KafkaAgentsOptions.Subscriptions),
            }
            : new CommerceException(
                CommerceErrorKind.NotFound, $"These topics are missing: {string.Join(", ", missing)}. Create them with the same number of partitions each, or set {nameof(KafkaAgentsOptions.CreateTopics)} to true.")
            {
                Field = nameof(KafkaAgentsOptions.CreateTopics),
            };
    }
}
