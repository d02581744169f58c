using Microsoft.Extensions.Logging;

namespace Commerce.Agents.Kafka;

internal static partial class KafkaLog
{
    [LoggerMessage(1200, LogLevel.Information, "Handles {Count} partitions: {Partitions}")]
    public static partial void Assigned(this ILogger logger, int count, string partitions);

    [LoggerMessage(1201, LogLevel.Warning, "Kafka at {BootstrapServers} does not answer: {Reason}. What is handled meanwhile waits in the outbox, and everything goes on by itself when it answers again")]
    public static partial void Away(this ILogger logger, string bootstrapServers, string reason);

    [LoggerMessage(1202, LogLevel.Error, "{Topic} partition {Partition} stands still: the offset of group {Group} is not there any more ({Reason}). Messages were lost, or the topic was made anew: stop the group, set its offset for this partition (kafka-consumer-groups.sh --reset-offsets), start again")]
    public static partial void OffsetGone(this ILogger logger, string topic, int partition, string group, string reason);

    [LoggerMessage(1203, LogLevel.Error, "A {MessageType} of {Bytes} bytes for {Topic} is larger than the brokers take: it is a dead letter")]
    public static partial void TooLarge(this ILogger logger, string messageType, int bytes, string topic);

    [LoggerMessage(1204, LogLevel.Error, "{Topic} partition {Partition} offset {Offset} cannot be taken over and goes to {DeadLetterTopic}: {Reason}")]
    public static partial void SetAside(this ILogger logger, string topic, int partition, long offset, string deadLetterTopic, string reason);

    [LoggerMessage(1205, LogLevel.Warning, "Takes nothing new: {Reason}")]
    public static partial void IntakePaused(this ILogger logger, string reason);

    [LoggerMessage(1206, LogLevel.Information, "Takes messages again")]
    public static partial void IntakeResumed(this ILogger logger);

    [LoggerMessage(1207, LogLevel.Warning, "{Count} partitions were given up with messages still in hand after {Seconds} s; another process may handle them at the same time, and only one of both is committed")]
    public static partial void RevokedInHand(this ILogger logger, int count, double seconds);

    [LoggerMessage(1208, LogLevel.Information, "Kafka answers again")]
    public static partial void Back(this ILogger logger);

    [LoggerMessage(1209, LogLevel.Warning, "Offsets were not committed: {Reason}. Some messages come once more, and the store knows them")]
    public static partial void NotCommitted(this ILogger logger, string reason);

    [LoggerMessage(1210, LogLevel.Error, "Messages of other systems cannot be taken over and are tried again, at longest every 5 s")]
    public static partial void TakeOverFailed(this ILogger logger, Exception exception);

    [LoggerMessage(1211, LogLevel.Information, "Messages of other systems are taken over again")]
    public static partial void TakeOverRecovered(this ILogger logger);

    [LoggerMessage(1212, LogLevel.Information, "Lost {Count} partitions: this process did not answer the group in time")]
    public static partial void Lost(this ILogger logger, int count);

    [LoggerMessage(1213, LogLevel.Debug, "Kafka's client: {Facility} {Text}")]
    public static partial void ClientTrace(this ILogger logger, string facility, string text);
}
