using System.Text.Json;
using Commerce.Carriers.Colissimo.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Colissimo;

/// <summary>An answer of the label service: its JSON, and the files that came beside it.</summary>
internal sealed record ColissimoParts(ColissimoAnswer Json, IReadOnlyList<MultipartPart> Files)
{
    private const string JsonName = "jsonInfos";

    /// <summary>Opens an answer that is multipart or plain JSON: refusals come as either.</summary>
    internal static ColissimoParts Read(VendorAnswer answer)
    {
        if (!Multipart.Is(answer))
        {
            return new ColissimoParts(answer.ReadJson(ColissimoJson.Default.ColissimoAnswer), []);
        }

        var parts = Multipart.Read(answer);
        var json = JsonIn(parts);
        var parsed = json.IsEmpty
            ? throw answer.Malformed("the part jsonInfos is missing")
            : answer.Map(json, static bytes => Parse(bytes)) ?? throw answer.Malformed("the part jsonInfos is the word null");
        return new ColissimoParts(parsed, [.. parts.Where(static part => part.ContentId != JsonName)]);
    }

    internal static ReadOnlyMemory<byte> JsonIn(IReadOnlyList<MultipartPart>? parts) =>
        parts?.FirstOrDefault(static part => part.ContentId == JsonName)?.Content ?? default;

    internal ReadOnlyMemory<byte>? File(string name) =>
        Files.FirstOrDefault(part => part.ContentId == name) is { Content.IsEmpty: false } part ? part.Content : null;

    private static ColissimoAnswer? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, ColissimoJson.Default.ColissimoAnswer);
        }
        catch (JsonException exception)
        {
            throw new FormatException(exception.Path);
        }
    }
}
