using Microsoft.Extensions.Logging;

namespace Commerce.Carriers;

/// <summary>What the carrier manager logs.</summary>
internal static partial class CarrierLog
{
    [LoggerMessage(3000, LogLevel.Error, "{Carrier} ({Account}) failed unexpectedly while it was asked for prices")]
    internal static partial void UnexpectedFailure(ILogger logger, string carrier, string account, Exception exception);
}
