using Microsoft.Extensions.Logging;

namespace Commerce.Agents;

internal static partial class AgentsLog
{
    [LoggerMessage(1000, LogLevel.Information, "Started {Agents} agents in {Lanes} lanes")]
    public static partial void Started(this ILogger logger, int agents, int lanes);

    [LoggerMessage(1001, LogLevel.Information, "Stopped the agents")]
    public static partial void Stopped(this ILogger logger);

    [LoggerMessage(1002, LogLevel.Warning, "{Agent} failed on {MessageType} {MessageId}, attempt {Attempt}; the key is parked and tried again in {DelayMs} ms")]
    public static partial void Parked(this ILogger logger, string agent, string messageType, Guid messageId, int attempt, double delayMs, Exception exception);

    [LoggerMessage(1003, LogLevel.Error, "{Agent} gave up {MessageType} {MessageId} after {Attempt} attempts: it is a dead letter")]
    public static partial void DeadLettered(this ILogger logger, string agent, string messageType, Guid messageId, int attempt, Exception exception);

    [LoggerMessage(1004, LogLevel.Error, "{Agent} holds {MessageType} {MessageId} after {Attempt} attempts: a person must look")]
    public static partial void Held(this ILogger logger, string agent, string messageType, Guid messageId, int attempt, Exception exception);

    [LoggerMessage(1005, LogLevel.Debug, "{Keys} keys were changed by somebody else and are handled again")]
    public static partial void Conflicts(this ILogger logger, int keys);

    [LoggerMessage(1006, LogLevel.Warning, "The agents stop with {Pending} messages unhandled; they come again after the next start")]
    public static partial void DrainIncomplete(this ILogger logger, long pending);

    [LoggerMessage(1007, LogLevel.Critical, "The agents' loops have ended")]
    public static partial void Crashed(this ILogger logger, Exception exception);

    [LoggerMessage(1008, LogLevel.Error, "The loop \"{Loop}\" failed and tries again, at longest every 5 s, until it goes well")]
    public static partial void LoopFailed(this ILogger logger, string loop, Exception exception);

    [LoggerMessage(1009, LogLevel.Information, "The loop \"{Loop}\" goes well again after {Failures} failures")]
    public static partial void LoopRecovered(this ILogger logger, string loop, int failures);

    [LoggerMessage(1010, LogLevel.Warning, "The store refused a batch of {Messages} messages; they are handled one by one to find out which")]
    public static partial void BatchRefused(this ILogger logger, int messages, Exception exception);
}
