using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Commerce.Marketplaces.Mirakl;

/// <summary>Writes multipart bodies whose JSON parts have a type of their own. The same parts always give the same bytes.</summary>
internal sealed class MiraklMultipart
{
    private readonly List<(string Name, string? FileName, string MediaType, ReadOnlyMemory<byte> Content)> _parts = [];

    internal MiraklMultipart AddJson<T>(string name, T value, JsonTypeInfo<T> type) =>
        Add(name, null, "application/json", JsonSerializer.SerializeToUtf8Bytes(value, type));

    internal MiraklMultipart AddFile(string name, string fileName, string mediaType, ReadOnlyMemory<byte> content) =>
        Add(name, fileName, mediaType, content);

    internal HttpRequestMessage ToRequest(string address)
    {
        var boundary = Boundary();
        using var body = new MemoryStream();
        foreach (var (name, fileName, mediaType, content) in _parts)
        {
            var file = fileName is null ? "" : $"; filename=\"{Quoted(fileName)}\"";
            body.Write(Encoding.UTF8.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\nContent-Type: {mediaType}\r\n\r\n"));
            body.Write(content.Span);
            body.Write("\r\n"u8);
        }

        body.Write(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"));
        var bytes = new ByteArrayContent(body.ToArray());
        bytes.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=" + boundary);
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = bytes };
    }

    private static string Quoted(string name) => name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    private MiraklMultipart Add(string name, string? fileName, string mediaType, ReadOnlyMemory<byte> content)
    {
        _parts.Add((name, fileName, mediaType, content));
        return this;
    }

    // A file may hold any line: the boundary grows until it stands in none.
    private string Boundary()
    {
        var boundary = "----commerce-sdk-4c1d7a2e9b";
        while (_parts.Exists(part => part.Content.Span.IndexOf(Encoding.ASCII.GetBytes(boundary)) >= 0))
        {
            boundary += "x";
        }

        return boundary;
    }
}
