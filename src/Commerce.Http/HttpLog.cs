using Microsoft.Extensions.Logging;

namespace Commerce.Http;

internal static partial class HttpLog
{
    [LoggerMessage(2000, LogLevel.Debug, "{Vendor} {Operation} ({Account}) answered {StatusCode} on attempt {Attempt} in {ElapsedMs} ms")]
    public static partial void Answered(this ILogger logger, string vendor, string operation, string account, int statusCode, int attempt, double elapsedMs);

    [LoggerMessage(2001, LogLevel.Debug, "{Vendor} {Operation} ({Account}) failed as {Kind} on attempt {Attempt} after {ElapsedMs} ms")]
    public static partial void NotAnswered(this ILogger logger, string vendor, string operation, string account, CommerceErrorKind kind, int attempt, double elapsedMs);

    [LoggerMessage(2002, LogLevel.Warning, "{Vendor} {Operation} ({Account}) is sent again after attempt {Attempt}, in {DelayMs} ms")]
    public static partial void Retrying(this ILogger logger, string vendor, string operation, string account, int attempt, double delayMs);

    [LoggerMessage(2003, LogLevel.Debug, "{Vendor} {Operation} ({Account}) waits {DelayMs} ms for the limit {Limit}")]
    public static partial void WaitingForLimit(this ILogger logger, string vendor, string operation, string account, string limit, double delayMs);

    [LoggerMessage(2004, LogLevel.Error, "{Vendor} ({Account}) hardly answers: its circuit is open for {Seconds} s")]
    public static partial void CircuitOpened(this ILogger logger, string vendor, string account, double seconds);

    [LoggerMessage(2005, LogLevel.Information, "{Vendor} ({Account}) answers again: its circuit is closed")]
    public static partial void CircuitClosed(this ILogger logger, string vendor, string account);

    [LoggerMessage(2006, LogLevel.Warning, "{Vendor} {Operation} ({Account}) advises: {Notice}")]
    public static partial void Noticed(this ILogger logger, string vendor, string operation, string account, string notice);
}
