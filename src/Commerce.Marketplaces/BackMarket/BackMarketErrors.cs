using System.Text;
using System.Text.Json;
using Commerce.Http;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>
/// Reads Back Market's error bodies: one error under <c>error</c>, a list under <c>errors</c>, a problem with an <c>error</c> in it, a <c>bodymessage</c>, or plain text.
/// Source: Back Market seller API, ErrorResponseV1, V2, V3.
/// </summary>
internal static class BackMarketErrors
{
    private const int MaxText = 500;

    internal static VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : default;
        }
        catch (JsonException)
        {
            return status >= 400 && PlainText(body) is { } text ? new VendorError(null, text) : default;
        }
        catch (InvalidOperationException)
        {
            // A text that is no text, such as half of a surrogate pair.
            return default;
        }
    }

    /// <summary>Gives the status that counts: Back Market answers 200 with another <c>statuscode</c> within.</summary>
    internal static int StatusOf(VendorAnswer answer)
    {
        if (!answer.IsSuccess || answer.Body.Length == 0)
        {
            return answer.Status;
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("statuscode", out var inner)
                && inner.ValueKind == JsonValueKind.Number
                && inner.TryGetInt32(out var status)
                    ? status
                    : answer.Status;
        }
        catch (JsonException)
        {
            return answer.Status;
        }
    }

    internal static bool IsDone(VendorAnswer answer) => answer.IsSuccess && StatusOf(answer) is >= 200 and < 300;

    /// <summary>Tells whether the answer judges the content or the state, so that it is an expected "no".</summary>
    internal static bool IsRefusal(VendorAnswer answer) => StatusOf(answer) is 400 or 404 or 409 or 413 or 422 && answer.Error.Message is not null;

    /// <summary>Makes the refusal, or throws when the answer is no "no" but a failure.</summary>
    internal static Refusal Refusal(VendorAnswer answer, RefusalCode code, string? field = null) => IsRefusal(answer)
        ? answer.Refusal(StatusOf(answer) == 404 ? RefusalCode.NotFound : code, field)
        : throw Failure(answer);

    internal static CommerceException Failure(VendorAnswer answer) => answer.IsSuccess
        ? answer.Failure(StatusOf(answer) switch
        {
            401 => CommerceErrorKind.Unauthorized,
            403 => CommerceErrorKind.Forbidden,
            429 => CommerceErrorKind.Throttled,
            >= 500 => CommerceErrorKind.Unavailable,
            _ => CommerceErrorKind.Protocol,
        })
        : answer.Failure();

    private static VendorError Read(JsonElement body)
    {
        var error = Member(body, "error") is { ValueKind: JsonValueKind.Object } one
            ? one
            : Member(body, "errors") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 && list[0].ValueKind == JsonValueKind.Object
                ? list[0]
                : body;
        var code = Text(error, "code") ?? Text(error, "type");
        var message = Text(error, "message") ?? Text(error, "detail") ?? Text(error, "title") ?? Text(body, "title") ?? Text(body, "bodymessage") ?? Text(body, "detail");

        // The gate in front takes the caller for a machine that it does not know; the credentials are not at fault.
        return new VendorError(code, message, Text(error, "target"), code == "bot-need-challenge" ? CommerceErrorKind.Throttled : null);
    }

    private static JsonElement? Member(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? Cut(text) : null;

    private static string? PlainText(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxText * 2)]).Trim();
        return text.Length == 0 || text[0] is '<' or '{' or '[' || text.Any(char.IsControl) ? null : Cut(text);
    }

    private static string Cut(string text) => WireText.Cut(text, MaxText);
}
