using System.Text.Json;
using Commerce.Carriers.Colissimo.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Colissimo;

/// <summary>Reads Colissimo's messages, in JSON or in the JSON part of a multipart body, and says what they mean. Texts are French and change: only ids count.</summary>
internal static class ColissimoErrors
{
    internal const string Done = "0";

    internal static VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        var denied = status == 403 ? CommerceErrorKind.Unauthorized : (CommerceErrorKind?)null;
        try
        {
            var json = body.StartsWith("--"u8) ? ColissimoParts.JsonIn(Multipart.Parse(body.ToArray())) : body.ToArray();
            var parsed = json.IsEmpty ? null : JsonSerializer.Deserialize(json.Span, ColissimoJson.Default.ColissimoErrorBody);
            var message = parsed?.Messages?.FirstOrDefault(static item => item?.Id is not (null or Done)) ?? (parsed?.Messages is [var told, ..] ? told : null);
            return parsed switch
            {
                _ when message is not null => new VendorError(message.Id, message.MessageContent, FieldOf(message.Id), denied ?? KindOf(message.Id)),
                { Status: [{ } first, ..] } => new VendorError(first.Code, first.Message, null, denied),
                _ => new VendorError(parsed?.ErrorCode, parsed?.ErrorMessage, null, denied),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            return new VendorError(null, null, null, denied);
        }
    }

    /// <summary>Makes a failure of an answer that is no "done", or nothing when it is an expected "no".</summary>
    internal static CommerceException? FailureOf(VendorAnswer answer)
    {
        var error = answer.Error;
        return answer.Status is 200 or 400 && error is { Code: not null, Kind: null } ? null : answer.Failure();
    }

    private static CommerceErrorKind? KindOf(string? id) => id == "30000" ? CommerceErrorKind.Unauthorized : null;

    private static string? FieldOf(string? id) => id switch
    {
        "30027" => "VendorFields.reseauPostal",
        "30108" => "Sender.Address.PostalCode",
        "30109" => nameof(ShipmentRequest.Service),
        "30220" or "30221" => "Recipient.Contact.Phone",
        "GEO_ROUTING_R102" => "Recipient.Address.PostalCode",
        _ => null,
    };
}
