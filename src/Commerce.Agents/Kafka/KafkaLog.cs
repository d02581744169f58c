using Microsoft.Extensions.Logging;

namespace Commerce.Agents.Kafka;

internal static partial class KafkaLog
{
    [LoggerMessage(1200, LogLevel.Information, "Handles {Count} partitions: {Partitions}")]
    public static partial void Assigned(this ILogger logger, int count, string partitions);

    [LoggerMessage(1201, LogLevel.Warning, "Kafka: {Reason}")]
    public static partial void Client(this ILogger logger, string reason);

    [LoggerMessage(1202, LogLevel.Error, "{Topic} partition {Partition} stands still: the group's offset {Offset} is not there any more. Messages may be lost or come again, so a person must set the offset of group {Group}")]
    public static partial void OffsetGone(this ILogger logger, string topic, int partition, long offset, string group);

    [LoggerMessage(1203, LogLevel.Error, "A {MessageType} of {Bytes} bytes for {Topic} is larger than the brokers take: it is a dead letter")]
    public static partial void TooLarge(this ILogger logger, string messageType, int bytes, string topic);

    [LoggerMessage(1204, LogLevel.Error, "{Topic} partition {Partition} offset {Offset} cannot be read and goes to {DeadLetterTopic}: {Reason}")]
    public static partial void Unreadable(this ILogger logger, string topic, int partition, long offset, string deadLetterTopic, string reason);

    [LoggerMessage(1205, LogLevel.Warning, "Takes nothing new: {Reason}")]
    public static partial void IntakePaused(this ILogger logger, string reason);

    [LoggerMessage(1206, LogLevel.Information, "Takes messages again")]
    public static partial void IntakeResumed(this ILogger logger);

    [LoggerMessage(1207, LogLevel.Warning, "{Count} partitions were given up with messages still in hand after {Seconds} s; another process may handle them at the same time, and only one of both is committed")]
    public static partial void RevokedInHand(this ILogger logger, int count, double seconds);
}
