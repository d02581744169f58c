using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Commerce.Marketplaces.Ebay;

/// <summary>
/// Signs requests about money as eBay asks sellers of the EU and the UK to. Source: eBay, Digital Signatures for APIs (RFC 9421, with the
/// digest under the name <c>sha-256</c>). The base library has no Ed25519; RSA needs nothing more.
/// </summary>
internal sealed class EbaySigner(string jwe, string privateKey)
{
    private const string Ed25519Id = "1.3.101.112";
    private const string RsaId = "1.2.840.113549.1.1.1";

    private readonly byte[] _key = Decode(privateKey);

    internal static bool IsKey(string privateKey)
    {
        try
        {
            var key = Decode(privateKey);
            if (Algorithm(key, out var seed) == Ed25519Id)
            {
                return seed.Length == Ed25519.SecretKeySize;
            }

            using var rsa = RSA.Create();
            rsa.ImportPkcs8PrivateKey(key, out _);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or AsnContentException or CryptographicException)
        {
            return false;
        }
    }

    internal async Task SignAsync(HttpRequestMessage request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        var digest = request.Content is { } content ? Digest(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)) : null;
        var input = Input(digest is not null, now.ToUnixTimeSeconds());
        var signature = Sign(Base(request.Method.Method, address.AbsolutePath, address.Authority, digest, input));

        // An attempt that is made again is signed again.
        foreach (var (name, value) in (KeyValuePair<string, string>[])
            [new("x-ebay-signature-key", jwe), new("Signature-Input", "sig1=" + input), new("Signature", $"sig1=:{signature}:"), new("Content-Digest", digest ?? "")])
        {
            request.Headers.Remove(name);
            if (value.Length > 0)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    internal static string Digest(ReadOnlySpan<byte> body) => $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:";

    internal static string Input(bool hasBody, long created) => string.Create(
        CultureInfo.InvariantCulture, $"({(hasBody ? "\"content-digest\" " : "")}\"x-ebay-signature-key\" \"@method\" \"@path\" \"@authority\");created={created}");

    internal string Base(string method, string path, string authority, string? digest, string input) =>
        (digest is null ? "" : $"\"content-digest\": {digest}\n")
        + $"\"x-ebay-signature-key\": {jwe}\n\"@method\": {method}\n\"@path\": {path}\n\"@authority\": {authority}\n\"@signature-params\": {input}";

    internal string Sign(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (Algorithm(_key, out var seed) == Ed25519Id)
        {
            var signature = new byte[Ed25519.SignatureSize];
            Ed25519.Sign(seed, 0, bytes, 0, bytes.Length, signature, 0);
            return Convert.ToBase64String(signature);
        }

        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(_key, out _);
        return Convert.ToBase64String(rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static byte[] Decode(string key) =>
        Convert.FromBase64String(string.Concat(key.Split('\n').Select(static line => line.Trim()).Where(static line => !line.StartsWith("-----", StringComparison.Ordinal))));

    private static string Algorithm(byte[] key, out byte[] seed)
    {
        var info = new AsnReader(key, AsnEncodingRules.DER).ReadSequence();
        info.ReadInteger();
        var algorithm = info.ReadSequence().ReadObjectIdentifier();
        seed = algorithm == Ed25519Id ? new AsnReader(info.ReadOctetString(), AsnEncodingRules.DER).ReadOctetString() : [];
        return algorithm is Ed25519Id or RsaId ? algorithm : throw new CryptographicException("The key is neither Ed25519 nor RSA.");
    }
}
