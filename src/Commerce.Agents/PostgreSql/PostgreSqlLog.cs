using Microsoft.Extensions.Logging;

namespace Commerce.Agents.PostgreSql;

internal static partial class PostgreSqlLog
{
    [LoggerMessage(1100, LogLevel.Information, "Owns {Owned} of {Shards} shards, beside {Others} other processes")]
    public static partial void ShardsOwned(this ILogger logger, int owned, int shards, int others);

    [LoggerMessage(1101, LogLevel.Warning, "Messages wait for \"{Consumers}\", which no agent of this process is: run the version that has them")]
    public static partial void UnknownConsumers(this ILogger logger, string consumers);

    [LoggerMessage(1102, LogLevel.Warning, "{Count} marks of handled messages lie outside their days' partitions: ids are no UUIDs of version 7, or clocks differ")]
    public static partial void InboxOutOfRange(this ILogger logger, long count);

    [LoggerMessage(1103, LogLevel.Warning, "The inbox partition {Partition} could not be made or dropped now ({Reason}); it is tried again in an hour")]
    public static partial void PartitionPutOff(this ILogger logger, string partition, string reason);

    [LoggerMessage(1104, LogLevel.Warning, "{Agent} keeps a state of {Bytes} bytes for one key: documents over 32 KB make each of its messages slow")]
    public static partial void LargeState(this ILogger logger, string agent, int bytes);

    [LoggerMessage(1105, LogLevel.Warning, "The agents do not start yet: {Reason}")]
    public static partial void StartPutOff(this ILogger logger, string reason);
}
