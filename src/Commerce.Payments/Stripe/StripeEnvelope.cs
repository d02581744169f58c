using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>An event as it is written. It is read in one pass: most bytes of an event are its object, and they are read as what they are, or passed over.</summary>
internal struct StripeEnvelope
{
    internal string? Id { get; private set; }

    /// <summary>Gets the kind of the envelope: <c>event</c>.</summary>
    internal string? Object { get; private set; }

    internal string? Type { get; private set; }

    internal string? Account { get; private set; }

    internal long Created { get; private set; }

    /// <summary>Gets the object inside; <see langword="null"/> when it is of no kind that the client reads, or cannot be read.</summary>
    internal object? Item { get; private set; }

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
                envelope.ReadData(ref reader);
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

    private void ReadData(ref Utf8JsonReader reader)
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

            Item = ReadItem(ref reader);
        }
    }

    private static object? ReadItem(ref Utf8JsonReader reader)
    {
        var start = reader;
        try
        {
            if (TryRead(ref reader, KindOf(reader)) is { } item)
            {
                return item;
            }
        }
        catch (Exception exception) when (StripeEvents.IsUnreadable(exception))
        {
            // It is genuine all the same: who cares for it finds it in the raw event.
        }

        reader = start;
        reader.Skip();
        return null;
    }

    private static object? TryRead(ref Utf8JsonReader reader, string? kind) => kind switch
    {
        "payment_intent" => As(ref reader, StripeJson.Default.StripePaymentIntent),
        "refund" => As(ref reader, StripeJson.Default.StripeRefund),
        "setup_intent" => As(ref reader, StripeJson.Default.StripeSetupIntentWire),
        "dispute" => As(ref reader, StripeJson.Default.StripeDispute),
        "payout" => As(ref reader, StripeJson.Default.StripePayout),
        "transfer" => As(ref reader, StripeConnectJson.Default.StripeTransfer),
        "account" => As(ref reader, StripeConnectJson.Default.StripeAccount),
        _ => null,
    };

    // The serializer would look for the end of the object first; its converter just reads it.
    private static T? As<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> type)
        where T : class => ((JsonConverter<T>)type.Converter).Read(ref reader, typeof(T), type.Options);

    /// <summary>Looks what an object is, mostly at its second member, without moving on.</summary>
    private static string? KindOf(Utf8JsonReader look)
    {
        while (look.Read() && look.TokenType == JsonTokenType.PropertyName)
        {
            if (look.ValueTextEquals("object"u8))
            {
                return Text(ref look);
            }

            look.Skip();
        }

        return null;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }
}
