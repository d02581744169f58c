using System.Text.Json;

namespace Commerce.Agents.Storage;

/// <summary>Writes what travels with a message as one small JSON object, for stores.</summary>
public static class EnvelopeHeaders
{
    /// <summary>Writes the headers.</summary>
    /// <param name="envelope">The message.</param>
    /// <returns>JSON.</returns>
    public static string Write(Envelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        using var buffer = new MemoryStream(192);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("at", envelope.OccurredAt);
            if (envelope.CorrelationId != envelope.Id)
            {
                writer.WriteString("correlation", envelope.CorrelationId);
            }

            if (envelope.CausationId != Guid.Empty)
            {
                writer.WriteString("causation", envelope.CausationId);
            }

            Text(writer, "tenant", envelope.Tenant?.ToString());
            Text(writer, "trace", envelope.TraceParent);
            Text(writer, "replyTo", envelope.ReplyTo?.ToString());
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Puts a message together again.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="message">Its content.</param>
    /// <param name="headers">What <see cref="Write"/> wrote.</param>
    /// <returns>The envelope.</returns>
    public static Envelope Read(Guid id, IMessage message, string headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(headers));
        var (correlation, causation, at) = (id, Guid.Empty, default(DateTimeOffset));
        TenantId? tenant = null;
        string? trace = null;
        Guid? replyTo = null;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "at":
                    at = reader.GetDateTimeOffset();
                    break;
                case "correlation":
                    correlation = reader.GetGuid();
                    break;
                case "causation":
                    causation = reader.GetGuid();
                    break;
                case "tenant":
                    tenant = TenantId.From(reader.GetGuid());
                    break;
                case "trace":
                    trace = reader.GetString();
                    break;
                case "replyTo":
                    replyTo = reader.GetGuid();
                    break;
                default:
                    // Headers of a later version.
                    reader.Skip();
                    break;
            }
        }

        return new Envelope
        {
            Id = id,
            Message = message,
            CorrelationId = correlation,
            CausationId = causation,
            OccurredAt = at,
            Tenant = tenant,
            TraceParent = trace,
            ReplyTo = replyTo,
        };
    }

    private static void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
