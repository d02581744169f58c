using System.Xml.Linq;
using Commerce.Http;

namespace Commerce.Carriers.ColisPrive;

/// <summary>Takes labels and manifests out of answers: ZPL is inside, a PDF is behind an address that is fetched at once.</summary>
internal sealed class ColisPriveFiles(VendorChannel channel, ColisPriveCarrierOptions options)
{
    private static readonly VendorOperation Download = new("file");

    internal async Task<ShippingDocument> LabelAsync(
        VendorAnswer answer, XElement result, LabelFormat format, TrackingNumber? number, CancellationToken cancellationToken)
    {
        if (ColisPriveMapping.Text(result, "LabelZpl") is { } zpl)
        {
            return answer.Map(zpl, text => new ShippingDocument
            {
                Kind = DocumentKind.Label, Format = LabelFormat.Zpl, Content = Convert.FromBase64String(text), TrackingNumber = number,
            });
        }

        var address = ColisPriveMapping.Text(result, "LabelUrl") ?? throw answer.Malformed($"neither LabelUrl nor LabelZpl is in the answer, {format} was asked for");
        return new ShippingDocument
        {
            Kind = DocumentKind.Label, Format = LabelFormat.Pdf, Content = await PdfAsync(address, number, cancellationToken).ConfigureAwait(false), TrackingNumber = number,
        };
    }

    /// <summary>Fetches the manifest; <see langword="null"/> when it cannot be had: the day is closed all the same.</summary>
    internal async Task<ShippingDocument?> ManifestAsync(XElement result, CancellationToken cancellationToken)
    {
        if (ColisPriveMapping.Text(result, "MnftUrl") is not { } address)
        {
            return null;
        }

        try
        {
            return new ShippingDocument
            {
                Kind = DocumentKind.Manifest, Format = LabelFormat.Pdf, Content = await PdfAsync(address, null, cancellationToken).ConfigureAwait(false),
            };
        }
        catch (CommerceException)
        {
            return null;
        }
    }

    private async Task<byte[]> PdfAsync(string address, TrackingNumber? number, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsOurs(uri))
        {
            throw Missing(number, "its address is not Colis Privé's", null);
        }

        try
        {
            var answer = await channel.SendAsync(new HttpRequestMessage(HttpMethod.Get, uri), Download, cancellationToken).ConfigureAwait(false);
            return answer.IsSuccess && answer.Body.Span.StartsWith("%PDF"u8) ? answer.Body.ToArray() : throw answer.Malformed("the file is no PDF");
        }
        catch (CommerceException failure)
        {
            throw Missing(number, "it could not be fetched", failure);
        }
    }

    // What the answer is about was bought, so whatever goes wrong here leaves the outcome open; the number helps to find the label in the portal.
    private static CommerceException Missing(TrackingNumber? number, string reason, CommerceException? cause) => new(
        CommerceErrorKind.Unavailable, $"colis_prive {Download.Name}: the label{(number is null ? "" : $" of {number}")} was made, but {reason}. Look at the vendor's portal.", cause)
    {
        Vendor = "colis_prive", Operation = Download.Name, HttpStatus = cause?.HttpStatus, RequestId = cause?.RequestId,
    };

    private bool IsOurs(Uri uri)
    {
        var home = options.BaseAddress ?? ColisPriveCarrierOptions.ProductionAddress;
        return uri.Scheme is "https" or "http" && (uri.Authority == home.Authority
            || uri.Host.Equals("colisprive.com", StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith(".colisprive.com", StringComparison.OrdinalIgnoreCase));
    }
}
