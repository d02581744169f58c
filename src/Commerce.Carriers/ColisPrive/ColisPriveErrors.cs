using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Commerce.Http;

namespace Commerce.Carriers.ColisPrive;

/// <summary>
/// Reads Colis Privé's answers. Source: WSDL externe/1.0. The table of codes is not public but for -26: other codes are permanent, and their French
/// words are read only where a wrong guess buys nothing.
/// </summary>
internal static class ColisPriveErrors
{
    internal const string Done = "0";
    internal const string PostalCodeNotServed = "-26";

    private static readonly string[] AccessWords = ["authentif", "identifi", "mot de passe", "password", "acces refuse", "login", "unauthorized"];
    private static readonly string[] UnknownWords = ["inconnu", "introuvable", "n'existe pas", "non trouve", "aucun colis"];

    internal static VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        if (Soap.ReadFault(body) is { Message: { } text } fault)
        {
            return fault with
            {
                Kind = Has(text, AccessWords) ? CommerceErrorKind.Unauthorized
                    : fault.Code?.EndsWith("Client", StringComparison.Ordinal) == true ? CommerceErrorKind.Invalid : null,
            };
        }

        try
        {
            var root = XElement.Parse(Encoding.UTF8.GetString(body));
            var code = root.Descendants(ColisPriveRequests.Space + "RtnCode").FirstOrDefault()?.Value.Trim();
            return new VendorError(code, root.Descendants(ColisPriveRequests.Space + "RtnMessage").FirstOrDefault()?.Value);
        }
        catch (XmlException)
        {
            return default;
        }
    }

    /// <summary>Tells whether the answer is about the account and not about what was asked.</summary>
    internal static bool IsAccess(VendorError error) => Has(error.Message, AccessWords);

    internal static bool IsUnknownParcel(VendorError error) => Has(error.Message, UnknownWords);

    /// <summary>Tells whether the order number was used before: then its parcel exists.</summary>
    internal static bool IsDuplicate(VendorError error) => Has(error.Message, ["deja", "existe", "doublon"]) && !IsUnknownParcel(error);

    internal static bool IsAlreadyCancelled(VendorError error) => Has(error.Message, ["deja annul", "deja supprim"]);

    internal static bool IsTooLate(VendorError error) => Has(error.Message, ["deja valid", "deja exped", "deja pris", "deja remis"]);

    internal static bool Has(string? text, ReadOnlySpan<string> words)
    {
        var plain = Plain(text);
        foreach (var word in words)
        {
            if (plain.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives a text in lower case and without accents.</summary>
    internal static string Plain(string? text) => WireText.ToAscii(text ?? "").ToLower(CultureInfo.InvariantCulture);
}
