using System.Globalization;
using System.Text.Json;
using Commerce.Http;
using Commerce.Marketplaces.Refurbed.Wire;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>What Refurbed's gRPC codes mean. Source: google.rpc.Code; known errors of each method in <c>refb.merchant.v1</c>.</summary>
internal static class RefurbedErrors
{
    internal const int InvalidArgument = 3;
    internal const int NotFound = 5;
    internal const int AlreadyExists = 6;
    internal const int FailedPrecondition = 9;
    internal const int Unavailable = 14;

    private const int MaxMessageLength = 1500;

    internal static VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, RefurbedJson.Default.RefurbedStatus) is { Code: { } code } parsed
                ? new VendorError(code.ToString(CultureInfo.InvariantCulture), parsed.Message, Kind: KindOf(code))
                : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Tells whether the answer judges what was asked for, so that it is an expected "no".</summary>
    internal static bool IsRefusal(VendorAnswer answer) => answer.Status is >= 400 and < 500 && answer.Error.Code is "3" or "5" or "6" or "9";

    /// <summary>Reads the code of an error body; 0 when there is none.</summary>
    internal static int CodeOf(VendorAnswer answer) => int.TryParse(answer.Error.Code, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : 0;

    internal static RefusalCode RefusalOf(int code) => code switch
    {
        InvalidArgument or 11 => RefusalCode.Validation,
        NotFound => RefusalCode.NotFound,
        AlreadyExists => RefusalCode.Duplicate,
        7 => RefusalCode.Forbidden,
        FailedPrecondition => RefusalCode.PolicyViolation,
        4 or 8 or 10 or 13 or Unavailable => RefusalCode.ExternalUnavailable,
        _ => RefusalCode.ExternalRejected,
    };

    /// <summary>Makes the refusal of one item of a batch.</summary>
    internal static Refusal Refuse(RefurbedStatus status, RefusalCode? code = null)
    {
        var message = string.IsNullOrWhiteSpace(status.Message) ? "no reason given" : WireText.Cut(status.Message, MaxMessageLength);
        return new Refusal(code ?? RefusalOf(status.Code ?? 0), $"refurbed refused: {message}")
        {
            VendorCode = status.Code?.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static CommerceErrorKind? KindOf(int code) => code switch
    {
        3 or 9 or 11 => CommerceErrorKind.Invalid,
        5 => CommerceErrorKind.NotFound,
        6 or 10 => CommerceErrorKind.Conflict,
        7 => CommerceErrorKind.Forbidden,
        8 => CommerceErrorKind.Throttled,
        4 or 13 or 14 => CommerceErrorKind.Unavailable,
        16 => CommerceErrorKind.Unauthorized,
        _ => null,
    };
}
