using System.Text;
using System.Text.Json;

namespace Commerce.Agents.Kafka;

/// <summary>Reads CloudEvents in the structured mode: attributes and content together in one JSON object.</summary>
internal static class CloudEventJson
{
    internal static bool TryRead(
        string contentType, ReadOnlyMemory<byte> body, out Dictionary<string, string> attributes, out byte[] data, out string? reason)
    {
        attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        data = [];
        var format = contentType.Split(';')[0].Trim();
        if (!format.Equals("application/cloudevents+json", StringComparison.OrdinalIgnoreCase))
        {
            reason = $"{format} is not read here: send application/cloudevents+json, or the binary mode.";
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.NameEquals("data"))
                {
                    data = Encoding.UTF8.GetBytes(property.Value.GetRawText());
                }
                else if (property.NameEquals("data_base64"))
                {
                    data = property.Value.GetBytesFromBase64();
                }
                else if (property.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array))
                {
                    attributes[property.Name] = property.Value.ToString();
                }
            }

            reason = null;
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            reason = "The bytes are no CloudEvent in JSON.";
            return false;
        }
    }
}
