using System.Net.Http.Headers;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Commerce.Http;

/// <summary>SOAP 1.1, document/literal: writes envelopes and opens them.</summary>
public static class Soap
{
    private const string EnvelopeNamespace = "http://schemas.xmlsoap.org/soap/envelope/";

    private static readonly XNamespace Envelope = EnvelopeNamespace;
    private static readonly MediaTypeHeaderValue TextXml = new("text/xml", "utf-8");
    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CheckCharacters = true,
    };

    /// <summary>Makes a POST with an envelope.</summary>
    /// <param name="address">Where to, relative to the vendor's address.</param>
    /// <param name="action">The SOAPAction, without quotes; may be empty.</param>
    /// <param name="body">Writes the operation element into the body.</param>
    /// <param name="header">Writes header elements; none when not given.</param>
    /// <returns>The request.</returns>
    public static HttpRequestMessage Post(string address, string action, Action<XmlWriter> body, Action<XmlWriter>? header = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Writing))
        {
            writer.WriteStartElement("soapenv", "Envelope", EnvelopeNamespace);
            if (header is not null)
            {
                writer.WriteStartElement("Header", EnvelopeNamespace);
                header(writer);
                writer.WriteEndElement();
            }

            writer.WriteStartElement("Body", EnvelopeNamespace);
            body(writer);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        var content = new ByteArrayContent(bytes.ToArray());
        content.Headers.ContentType = TextXml;
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.TryAddWithoutValidation("SOAPAction", $"\"{action}\"");
        return request;
    }

    /// <summary>Opens an envelope.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The first element of the body.</returns>
    /// <exception cref="CommerceException">The answer is no success, a fault, or no envelope.</exception>
    public static XElement ReadBody(VendorAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!answer.IsSuccess)
        {
            throw answer.Failure();
        }

        var root = answer.ReadXml();
        var body = root.Name == Envelope + "Envelope" ? root.Element(Envelope + "Body") : null;
        var content = body?.Elements().FirstOrDefault() ?? throw answer.Malformed("the body is no SOAP envelope with content");
        return content.Name == Envelope + "Fault" ? throw answer.Failure(CommerceErrorKind.Invalid) : content;
    }

    /// <summary>Finds code and text of a fault in a body; for a vendor's error reader.</summary>
    /// <param name="body">Any bytes.</param>
    /// <returns>What was found; <see langword="default"/> when the body is no fault.</returns>
    public static VendorError ReadFault(ReadOnlySpan<byte> body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray(), writable: false), SecureXml.Settings);
            var fault = XElement.Load(reader).Element(Envelope + "Body")?.Element(Envelope + "Fault");
            return fault is null ? default : new VendorError(fault.Element("faultcode")?.Value, fault.Element("faultstring")?.Value);
        }
        catch (XmlException)
        {
            return default;
        }
    }
}
