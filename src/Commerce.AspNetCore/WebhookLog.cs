using Microsoft.Extensions.Logging;

namespace Commerce.AspNetCore;

/// <summary>What webhook endpoints log. Never a body or a header.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(5000, LogLevel.Warning, "A call to the webhook of {Account} was refused as {Code}: {Reason}")]
    internal static partial void Refused(ILogger logger, string account, string code, string reason);

    [LoggerMessage(5001, LogLevel.Warning, "A call to the webhook of {Account} is put off ({Kind}): the vendor sends it again")]
    internal static partial void Postponed(ILogger logger, string account, CommerceErrorKind kind);

    [LoggerMessage(5002, LogLevel.Error, "The handler of the webhook of {Account} failed with {ExceptionType}: {StackTrace}")]
    internal static partial void Failed(ILogger logger, string account, string exceptionType, string? stackTrace);
}
