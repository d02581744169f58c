using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Commerce.Http;

/// <summary>Writes JSON bodies as bytes, so that they can be sent twice and signed.</summary>
public static class VendorJson
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Makes a request with a JSON body.</summary>
    /// <typeparam name="T">The wire type.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="address">Where to, relative to the vendor's address.</param>
    /// <param name="body">The body.</param>
    /// <param name="type">Its source-generated description.</param>
    /// <returns>The request.</returns>
    public static HttpRequestMessage Request<T>(HttpMethod method, string address, T body, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = Json;
        return new HttpRequestMessage(method, address) { Content = content };
    }
}
