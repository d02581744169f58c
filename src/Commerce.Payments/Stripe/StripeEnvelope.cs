using System.Text.Json;

namespace Commerce.Payments.Stripe;

/// <summary>An event without its object, which is only located: most bytes of an event are its object, and they are read once, as what they are.</summary>
internal ref struct StripeEnvelope
{
    internal string? Id { get; private set; }

    /// <summary>Gets the kind of the envelope: <c>event</c>.</summary>
    internal string? Object { get; private set; }

    internal string? Type { get; private set; }

    internal string? Account { get; private set; }

    internal long Created { get; private set; }

    /// <summary>Gets the kind of the object inside, when it tells one.</summary>
    internal string? Kind { get; private set; }

    /// <summary>Gets the bytes of the object inside; empty without one.</summary>
    internal ReadOnlySpan<byte> Item { get; private set; }

    internal static StripeEnvelope Read(ReadOnlySpan<byte> body)
    {
        var envelope = default(StripeEnvelope);
        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An event is a JSON object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                envelope.ReadData(body, ref reader);
            }
            else
            {
                envelope.ReadMember(ref reader);
            }
        }

        // Nothing may follow.
        reader.Read();
        return envelope;
    }

    private void ReadMember(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("id"u8))
        {
            Id = Text(ref reader);
        }
        else if (reader.ValueTextEquals("object"u8))
        {
            Object = Text(ref reader);
        }
        else if (reader.ValueTextEquals("type"u8))
        {
            Type = Text(ref reader);
        }
        else if (reader.ValueTextEquals("account"u8))
        {
            Account = Text(ref reader);
        }
        else if (reader.ValueTextEquals("created"u8))
        {
            reader.Read();
            Created = reader.GetInt64();
        }
        else
        {
            reader.Skip();
        }
    }

    private void ReadData(ReadOnlySpan<byte> body, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isItem = reader.ValueTextEquals("object"u8);
            reader.Read();
            if (!isItem || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("object"u8))
                {
                    reader.Read();
                    Kind = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                    reader.Skip();
                }
                else
                {
                    reader.Skip();
                }
            }

            Item = body[start..(int)reader.BytesConsumed];
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }
}
