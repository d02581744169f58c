using Microsoft.Extensions.Logging;

namespace Commerce.Marketplaces;

/// <summary>What the marketplace manager logs. Never an exception itself: its message is a stranger's and may hold personal data.</summary>
internal static partial class MarketplaceLog
{
    [LoggerMessage(4000, LogLevel.Information, "{Account}: {New} new orders, {Updated} changed, {Told} told, {Failures} failures")]
    internal static partial void Synced(ILogger logger, string account, int @new, int updated, int told, int failures);

    [LoggerMessage(4001, LogLevel.Warning, "{Account} failed {Times} times in a row: {Reason}")]
    internal static partial void AccountFailed(ILogger logger, string account, int times, string reason);

    [LoggerMessage(4002, LogLevel.Error, "{Account} failed unexpectedly with {ExceptionType}: {StackTrace}")]
    internal static partial void UnexpectedFailure(ILogger logger, string account, string exceptionType, string? stackTrace);

    [LoggerMessage(4003, LogLevel.Error, "The handler failed on order {OrderId} of {Account} with {ExceptionType}: {StackTrace}")]
    internal static partial void HandlerFailed(ILogger logger, string account, string orderId, string exceptionType, string? stackTrace);

    [LoggerMessage(4004, LogLevel.Information, "{Account}: {Pushed} values pushed, {Refused} refused")]
    internal static partial void Pushed(ILogger logger, string account, int pushed, int refused);

    [LoggerMessage(4005, LogLevel.Warning, "{Account} holds a push of {Kind}: {Reason}")]
    internal static partial void Held(ILogger logger, string account, string kind, string reason);
}
