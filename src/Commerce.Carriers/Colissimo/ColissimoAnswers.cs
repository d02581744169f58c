using System.Text.Json;
using Commerce.Carriers.Colissimo.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Colissimo;

/// <summary>Takes answers of the label service apart: JSON, and papers as raw bytes beside it.</summary>
internal static class ColissimoAnswers
{
    internal const string Infos = "jsonInfos";

    /// <summary>Reads an answer that may come alone or in parts.</summary>
    internal static (ColissimoInfos Infos, IReadOnlyList<MultipartPart> Papers) Read(VendorAnswer answer)
    {
        if (!Multipart.IsMultipart(answer.Body.Span))
        {
            return (answer.ReadJson(ColissimoJson.Default.ColissimoInfos), []);
        }

        var parts = answer.Map(answer.Body, Multipart.Read);
        var infos = parts.FirstOrDefault(static part => part.Id == Infos) ?? throw answer.Malformed("the part jsonInfos is missing");
        return (
            answer.Map(infos, static part => Json(part.Content.Span)),
            [.. parts.Where(static part => part.Id != Infos && part.Content.Length > 0)]);
    }

    private static ColissimoInfos Json(ReadOnlySpan<byte> content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, ColissimoJson.Default.ColissimoInfos) ?? throw new FormatException(Infos);
        }
        catch (JsonException exception)
        {
            throw new FormatException(Infos, exception);
        }
    }
}
