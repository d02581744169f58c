using System.Net.Http.Headers;
using System.Text;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>Writes forms with files. The same parts always give the same bytes.</summary>
internal sealed class BackMarketForm
{
    private readonly List<(string Head, ReadOnlyMemory<byte> Content)> _parts = [];

    internal BackMarketForm Add(string name, string value)
    {
        _parts.Add(($"Content-Disposition: form-data; name=\"{name}\"", Encoding.UTF8.GetBytes(value)));
        return this;
    }

    internal BackMarketForm AddFile(string name, string fileName, string mediaType, ReadOnlyMemory<byte> content)
    {
        _parts.Add(($"Content-Disposition: form-data; name=\"{name}\"; filename=\"{Plain(fileName).Replace("\"", "%22", StringComparison.Ordinal)}\"\r\nContent-Type: {Plain(mediaType)}", content));
        return this;
    }

    internal HttpRequestMessage ToRequest(string address)
    {
        var boundary = Boundary();
        using var body = new MemoryStream();
        foreach (var (head, content) in _parts)
        {
            body.Write(Encoding.UTF8.GetBytes($"--{boundary}\r\n{head}\r\n\r\n"));
            body.Write(content.Span);
            body.Write("\r\n"u8);
        }

        body.Write(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"));
        var bytes = new ByteArrayContent(body.ToArray());
        bytes.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=" + boundary);
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = bytes };
    }

    private static string Plain(string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

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
