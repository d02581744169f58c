using System.Text;
using System.Text.Json;

namespace Commerce.VendorContracts;

/// <summary>Takes what a mock says about a request apart, so that mistakes of the contract can be waived by name.</summary>
internal static class ContractViolations
{
    /// <summary>Names what a violation is about, such as <c>body.requestedShipment required …</c>; the whole text where that is not told.</summary>
    internal static IReadOnlyList<string> Named(string violation)
    {
        var (list, problem) = (violation.IndexOf('[', StringComparison.Ordinal), violation.IndexOf('{', StringComparison.Ordinal));
        if (list < 0)
        {
            return [violation];
        }

        // A list in a header, or a problem whose member has the list.
        if (list < problem || problem < 0)
        {
            using var told = Parse(violation[list..]);
            return Named(told.RootElement, skip: 1);
        }

        using var body = Parse(violation[problem..]);
        return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("validation", out var validation)
            ? Named(validation, skip: 0)
            : [violation];
    }

    private static List<string> Named(JsonElement entries, int skip) =>
    [
        .. entries.EnumerateArray()
            .Select(entry => (At: entry.GetProperty("location").EnumerateArray().Select(step => step.ToString()).ToList(), Entry: entry))
            .Where(entry => skip == 0 || entry.At[0] == "request")
            .Select(entry => $"{string.Join('.', entry.At.Skip(skip).Where(step => !step.All(char.IsAsciiDigit)))} {entry.Entry.GetProperty("code").GetString()} {entry.Entry.GetProperty("message").GetString()}"),
    ];

    private static JsonDocument Parse(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        return JsonDocument.ParseValue(ref reader);
    }
}
