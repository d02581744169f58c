using Microsoft.Extensions.Logging;

namespace Commerce.Carriers;

/// <summary>What the carrier manager logs.</summary>
internal static partial class CarrierLog
{
    // Not the exception itself: its message is a stranger's and may hold personal data.
    [LoggerMessage(3000, LogLevel.Error, "{Carrier} ({Account}) failed unexpectedly with {ExceptionType} while it was asked for prices: {StackTrace}")]
    internal static partial void UnexpectedFailure(ILogger logger, string carrier, string account, string exceptionType, string? stackTrace);
}
