using System.Text.Json;
using Commerce.Carriers.Dpd.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Dpd;

/// <summary>Logs in at the META-API. Source: META-API 2.30.48, <c>POST /shipping/v1/login</c>.</summary>
internal static class DpdTokens
{
    private const string Seur = "020";
    private static readonly VendorOperation Login = new("token") { IsAnonymous = true, IsSafeToRepeat = true };

    internal static async Task<AccessToken> FetchAsync(VendorChannel channel, DpdCarrierOptions options, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "shipping/v1/login");
        request.Headers.TryAddWithoutValidation("X-DPD-BUCODE", options.BusinessUnit);
        Add("X-DPD-LOGIN", options.Login);
        Add("X-DPD-PASSWORD", options.Password);
        Add("X-DPD-CLIENTID", options.ClientId);
        Add("X-DPD-CLIENTSECRET", options.ClientSecret);
        var answer = await channel.SendAsync(request, Login, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            // Nothing but the credentials is in this request.
            throw answer.Failure(answer.Status is 400 or 403 ? CommerceErrorKind.Unauthorized : null);
        }

        // The token is a header; the body is empty.
        return answer.Headers.TryGetValues("X-DPD-TOKEN", out var values) && values.FirstOrDefault() is { Length: > 0 } token
            ? new AccessToken(token, Lifetime(token, channel.Clock.GetUtcNow(), options.BusinessUnit))
            : throw answer.Malformed("the header X-DPD-TOKEN is missing");

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    /// <summary>Reads the end of the token from its payload, else takes what DPD documents: 24 hours, at SEUR 30 minutes.</summary>
    internal static TimeSpan Lifetime(string token, DateTimeOffset now, string businessUnit)
    {
        var documented = businessUnit == Seur ? TimeSpan.FromMinutes(30) : TimeSpan.FromHours(24);
        try
        {
            var payload = token.Split('.') is [_, var middle, ..] ? middle.Replace('-', '+').Replace('_', '/') : "";
            var claims = JsonSerializer.Deserialize(
                Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '=')), DpdJson.Default.DpdClaims);
            var left = claims?.Exp is { } end ? DateTimeOffset.FromUnixTimeSeconds(end) - now : TimeSpan.Zero;
            return left > TimeSpan.Zero && left < documented ? left : documented;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentOutOfRangeException)
        {
            return documented;
        }
    }
}
