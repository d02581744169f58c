using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Commerce.Tests.Support.Recordings;

/// <summary>A request as it reached WireMock, byte for byte.</summary>
public sealed partial record ReceivedRequest(
    string Method, string Url, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    private static readonly string[] OfTheConnection = ["Host", "Connection", "Accept-Encoding", "traceparent", "Content-Length", RecordingEdge.Mark];

    /// <summary>Gets a header's value; empty when it was not sent.</summary>
    /// <param name="name">The header.</param>
    /// <returns>The value.</returns>
    public string Header(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    /// <summary>
    /// Writes the request for a snapshot: every byte of line and body, and the headers but those of the connection. What differs from run to run
    /// (the multipart boundary, a random id) and what is secret stands there as its name in braces.
    /// </summary>
    /// <param name="scrub">Replaces what differs in a line of a header.</param>
    /// <returns>The text.</returns>
    public string ToText(Func<string, string>? scrub = null)
    {
        var boundary = Boundary().Match(Header("Content-Type")) is { Success: true } match ? match.Groups[1].Value : null;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Method} {Url}\n");
        foreach (var (name, value) in Headers
            .Where(header => !OfTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase))
        {
            var shown = name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? Scheme().Replace(value, "$1{secret}") : value;
            var line = $"{name}: {shown}";
            text.Append(scrub?.Invoke(line) ?? line).Append('\n');
        }

        var body = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Body);
        var whole = text.Append('\n').Append(body).ToString();
        return boundary is null ? whole : whole.Replace(boundary, "{boundary}", StringComparison.Ordinal);
    }

    internal static ReceivedRequest Read(JsonElement request)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var header in request.GetProperty("headers").EnumerateObject())
        {
            var values = header.Value.ValueKind == JsonValueKind.Array
                ? header.Value.EnumerateArray().Select(value => value.GetString()!)
                : [header.Value.GetString()!];
            headers.AddRange(values.Select(value => KeyValuePair.Create(header.Name, value)));
        }

        return new ReceivedRequest(
            request.GetProperty("method").GetString()!,
            request.GetProperty("url").GetString()!,
            headers,
            request.TryGetProperty("bodyAsBase64", out var body) ? Convert.FromBase64String(body.GetString()!) : []);
    }

    [GeneratedRegex("boundary=\"?([^\";]+)\"?")]
    private static partial Regex Boundary();

    [GeneratedRegex("^((?:Bearer|Basic) )?.*$")]
    private static partial Regex Scheme();
}
