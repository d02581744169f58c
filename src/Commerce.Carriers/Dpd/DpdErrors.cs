using System.Net;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Commerce.Carriers.Dpd.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Dpd;

/// <summary>Reads the error bodies of all of DPD's services: JSON of the META-API, faults of EPrint and the Shipper Webservices, words of WebTrace and MyPudo.</summary>
internal static class DpdErrors
{
    internal const string ShipperAuthentication = "DELICOM_ERR_AUTHENTICATION";

    private static readonly string[] NotFoundWords = ["not found", "introuvable", "inconnu", "unknown parcel", "does not exist", "no parcel", "aucun"];
    private static readonly string[] AccountWords = ["client", "customer", "compte", "account", "user", "utilisateur", "agence", "service"];
    private static readonly string[] CredentialWords = ["password", "mot de passe", "permission", "identification", "not authorized", "non autorise"];

    internal static VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        var start = body.IndexOfAnyExcept(" \r\n\t"u8);
        return start < 0 ? default : body[start] switch
        {
            (byte)'{' or (byte)'[' => ReadJson(body[start..]),
            (byte)'<' or 0xEF => ReadXml(body),
            _ => default,
        };
    }

    /// <summary>Tells whether an answer is a fault: an answer, although EPrint sends it with HTTP 500. Asking again changes nothing, and DPD is well.</summary>
    internal static bool IsFault(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.InternalServerError && response.Content.Headers.ContentType?.MediaType is "text/xml" or "application/xml";

    /// <summary>Tells whether the META-API judged the content of a request, so that the answer is an expected "no".</summary>
    internal static bool IsRefusal(VendorAnswer answer) => answer.Status is 400 or 404 or 409 or 422 && answer.Error.Code is not null;

    /// <summary>Tells whether an error surely means that the parcel is not known. "Unknown customer" does not: after it somebody would buy again what exists.</summary>
    internal static bool SaysNotFound(string? message) => Says(message, NotFoundWords) && !Says(message, AccountWords) && !SaysWrongCredentials(message);

    internal static bool SaysWrongCredentials(string? message) => Says(message, CredentialWords);

    /// <summary>Tells whether a fault of a cancellation says that it was cancelled before. EPrint's codes are not public: its words are read.</summary>
    internal static bool SaysAlreadyCancelled(string? message) =>
        Says(message, "already", "deja") && Says(message, "terminat", "cancel", "annul", "supprim");

    private static bool Says(string? message, params ReadOnlySpan<string> words)
    {
        var text = WireText.ToAscii(message ?? "");
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static VendorError ReadJson(ReadOnlySpan<byte> body)
    {
        try
        {
            // Sometimes an error, sometimes a list of them.
            var error = body[0] != '[' ? JsonSerializer.Deserialize(body, DpdJson.Default.DpdErrorBody)
                : JsonSerializer.Deserialize(body, DpdJson.Default.IReadOnlyListDpdErrorBody) is [var first, ..] ? first : null;
            return error is null ? default : new VendorError(error.ErrorCode, error.ErrorMessage);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static VendorError ReadXml(ReadOnlySpan<byte> body)
    {
        var fault = Soap.ReadFault(body);
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(body.ToArray(), writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XElement.Load(reader);
            string? Value(params string[] names) => root.Descendants().FirstOrDefault(element => names.Contains(element.Name.LocalName))?.Value is { Length: > 0 } value ? value : null;
            if (fault.Message is null)
            {
                return new VendorError(null, Value("LastError", "ERROR"));
            }

            var code = Value("ErrorId", "errorCode", "faultCode") ?? fault.Code;
            return new VendorError(code, Value("ErrorMessage", "errorMessage", "message") ?? fault.Message, null, KindOf(code));
        }
        catch (XmlException)
        {
            return default;
        }
    }

    private static CommerceErrorKind? KindOf(string? code) => code switch
    {
        "PermissionDenied" or ShipperAuthentication => CommerceErrorKind.Unauthorized,
        "InvalidWeight" or "InvalidCountryPrefix" or "InvalidInput" => CommerceErrorKind.Invalid,
        _ => null,
    };
}
