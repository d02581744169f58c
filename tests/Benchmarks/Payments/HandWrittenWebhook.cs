using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Commerce.Benchmarks.Payments;

/// <summary>
/// What a careful user writes by hand: one HMAC over time and body, the clock, and a loop of <see cref="Utf8JsonReader"/> that takes the envelope and the
/// members of the object that a shop needs.
/// </summary>
internal sealed class HandWrittenWebhook(string secret, TimeProvider clock)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    internal Told? Read(byte[] body, string header)
    {
        var (time, signature) = Split(header);
        var prefix = Encoding.ASCII.GetBytes(time);
        var signed = new byte[prefix.Length + 1 + body.Length];
        prefix.CopyTo(signed, 0);
        signed[prefix.Length] = (byte)'.';
        body.CopyTo(signed, prefix.Length + 1);
        Span<byte> expected = stackalloc byte[32];
        HMACSHA256.HashData(_secret, signed, expected);
        var age = clock.GetUtcNow().ToUnixTimeSeconds() - long.Parse(time, CultureInfo.InvariantCulture);
        return CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(signature)) && Math.Abs(age) <= 300 ? Parse(body) : null;
    }

    private static (string Time, string Signature) Split(string header)
    {
        var (time, signature) = ("", "");
        foreach (var part in header.Split(','))
        {
            if (part.StartsWith("t=", StringComparison.Ordinal))
            {
                time = part[2..];
            }
            else if (part.StartsWith("v1=", StringComparison.Ordinal))
            {
                signature = part[3..];
            }
        }

        return (time, signature);
    }

    private static Told Parse(byte[] body)
    {
        var told = new Told();
        var reader = new Utf8JsonReader(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                told.EventId = Text(ref reader);
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                told.Type = Text(ref reader);
            }
            else if (reader.ValueTextEquals("created"u8))
            {
                reader.Read();
                told.At = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("account"u8))
            {
                told.Account = Text(ref reader);
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                ParseData(ref reader, told);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return told;
    }

    private static void ParseData(ref Utf8JsonReader reader, Told told)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isObject = reader.ValueTextEquals("object"u8);
            reader.Read();
            if (isObject)
            {
                ParseObject(ref reader, told);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void ParseObject(ref Utf8JsonReader reader, Told told)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                told.Id = Text(ref reader);
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                told.Kind = Text(ref reader);
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                told.Status = Text(ref reader);
            }
            else if (reader.ValueTextEquals("currency"u8))
            {
                told.Currency = Text(ref reader);
            }
            else if (reader.ValueTextEquals("amount"u8))
            {
                told.Amount = Number(ref reader);
            }
            else if (reader.ValueTextEquals("amount_received"u8))
            {
                told.Received = Number(ref reader);
            }
            else if (reader.ValueTextEquals("amount_capturable"u8))
            {
                told.Capturable = Number(ref reader);
            }
            else if (reader.ValueTextEquals("created"u8))
            {
                told.Created = Number(ref reader);
            }
            else if (reader.ValueTextEquals("arrival_date"u8))
            {
                told.Arrival = Number(ref reader);
            }
            else if (reader.ValueTextEquals("payment_intent"u8))
            {
                told.Payment = Text(ref reader);
            }
            else if (reader.ValueTextEquals("latest_charge"u8) || reader.ValueTextEquals("charge"u8))
            {
                told.Charge = Text(ref reader);
            }
            else if (reader.ValueTextEquals("payment_method"u8))
            {
                told.Method = Text(ref reader);
            }
            else if (reader.ValueTextEquals("failure_code"u8) || reader.ValueTextEquals("failure_reason"u8))
            {
                told.Failure = Text(ref reader);
            }
            else if (reader.ValueTextEquals("client_secret"u8))
            {
                told.ClientSecret = Text(ref reader);
            }
            else if (reader.ValueTextEquals("metadata"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString()!;
                    told.Metadata[name] = Text(ref reader)!;
                }
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        return reader.GetString();
    }

    private static long Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Number && Utf8Parser.TryParse(reader.ValueSpan, out long value, out _) ? value : 0;
    }

    /// <summary>What was told.</summary>
    internal sealed class Told
    {
        internal string? EventId { get; set; }

        internal string? Type { get; set; }

        internal long At { get; set; }

        internal string? Account { get; set; }

        internal string? Id { get; set; }

        internal string? Kind { get; set; }

        internal string? Status { get; set; }

        internal string? Currency { get; set; }

        internal long Amount { get; set; }

        internal long Received { get; set; }

        internal long Capturable { get; set; }

        internal long Created { get; set; }

        internal long Arrival { get; set; }

        internal string? Payment { get; set; }

        internal string? Charge { get; set; }

        internal string? Method { get; set; }

        internal string? Failure { get; set; }

        internal string? ClientSecret { get; set; }

        internal Dictionary<string, string> Metadata { get; } = [];
    }
}
