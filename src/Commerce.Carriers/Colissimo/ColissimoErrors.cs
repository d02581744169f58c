using System.Text.Json;
using Commerce.Carriers.Colissimo.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Colissimo;

/// <summary>Reads Colissimo's messages, alone or as a part of a multipart answer. Ids are stable; texts are French and change.</summary>
internal static class ColissimoErrors
{
    internal const string Done = "0";
    private const string RefusedKey = "30000";

    internal static VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        try
        {
            var error = Messages(body)?.FirstOrDefault(static message => message.Id is not (null or "" or Done));
            return error is null ? default : new VendorError(error.Id, Words(error), null, error.Id == RefusedKey ? CommerceErrorKind.Unauthorized : null);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return default;
        }
    }

    /// <summary>Tells whether an answer judges the content of a parcel, so that it is an expected "no".</summary>
    internal static bool IsRefusal(VendorAnswer answer) => answer.Status is 200 or 400 && answer.Error.Code is { } code && code != RefusedKey;

    private static IReadOnlyList<ColissimoMessage>? Messages(ReadOnlySpan<byte> body)
    {
        if (!Multipart.IsMultipart(body))
        {
            return body.IsEmpty ? null : JsonSerializer.Deserialize(body, ColissimoJson.Default.ColissimoInfos)?.Messages;
        }

        var infos = Multipart.Read(body.ToArray()).FirstOrDefault(static part => part.Id == ColissimoAnswers.Infos);
        return infos is null ? null : JsonSerializer.Deserialize(infos.Content.Span, ColissimoJson.Default.ColissimoInfos)?.Messages;
    }

    private static string? Words(ColissimoMessage message)
    {
        var details = (message.ReplacementValues ?? []).Select(static value => $"{value.Field} {value.Value}".Trim());
        return string.Join(": ", details.Prepend(message.MessageContent).Where(static text => !string.IsNullOrWhiteSpace(text)));
    }
}
