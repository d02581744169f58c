using System.Text;
using System.Xml;
using System.Xml.Linq;
using Commerce.Http;

namespace Commerce.Carriers.Chronopost;

/// <summary>Reads Chronopost's error codes, which come inside answers that say "success". Source: Chronopost web services, error codes.</summary>
internal static class ChronopostErrors
{
    internal const string Done = "0";
    internal const string NotFound = "2";
    internal const string AlreadyHandled = "3";

    internal static VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        if (Soap.ReadFault(body) is { Message: not null } fault)
        {
            return fault;
        }

        try
        {
            var root = XElement.Parse(Encoding.UTF8.GetString(body));
            var result = root.Descendants("return").FirstOrDefault();
            return result is null
                ? default

                // Collections use French names in the contract, English ones in the examples.
                : new VendorError(
                    (result.Element("errorCode") ?? result.Element("codeErreur"))?.Value, (result.Element("errorMessage") ?? result.Element("libelleErreur"))?.Value);
        }
        catch (XmlException)
        {
            return default;
        }
    }

    /// <summary>Says what a code of the shipping service is: a failure to be thrown, or nothing for an expected "no".</summary>
    internal static CommerceErrorKind? ShippingFailure(VendorError error) => error.Code switch
    {
        "29" or "36" or "37" => CommerceErrorKind.Unavailable,
        "30" => CommerceErrorKind.Unauthorized,
        "33" when error.Message?.Contains("account", StringComparison.OrdinalIgnoreCase) == true => CommerceErrorKind.Unauthorized,
        "31" or "32" or "34" => CommerceErrorKind.Invalid,
        _ => null,
    };

    /// <summary>Says what a code of the rate service is.</summary>
    internal static CommerceErrorKind? RateFailure(VendorError error) => error.Code switch
    {
        "1" => CommerceErrorKind.Unavailable,
        "2" => CommerceErrorKind.Invalid,
        "3" => CommerceErrorKind.Unauthorized,
        _ => null,
    };

    /// <summary>Says what a code of the pickup point service is; "no point" is none.</summary>
    internal static CommerceErrorKind PointFailure(VendorError error) => error.Code switch
    {
        "700" => CommerceErrorKind.Unavailable,
        "1500" => CommerceErrorKind.Unauthorized,
        _ => CommerceErrorKind.Invalid,
    };
}
