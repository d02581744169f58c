using System.Globalization;
using System.Text;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Confluent.Kafka;

namespace Commerce.Agents.Kafka;

/// <summary>Writes messages as CloudEvents 1.0 in Kafka's binary mode (attributes in UTF-8 headers, the content as it is), and reads both modes.</summary>
internal static class CloudEventHeaders
{
    private const string Prefix = "ce_";

    /// <summary>Writes the headers. CloudEvents keeps the trace in which the message was made; the plain header has that of the sending.</summary>
    internal static Headers Write(Delivery delivery, string type, string source, string? sendingTrace)
    {
        var envelope = delivery.Envelope!;
        var headers = new Headers();
        Add(headers, "ce_specversion", "1.0");
        Add(headers, "ce_id", envelope.Id.ToString());
        Add(headers, "ce_type", type);
        Add(headers, "ce_source", source);
        Add(headers, "ce_time", envelope.OccurredAt.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture));
        Add(headers, "ce_subject", delivery.Key);
        Add(headers, "ce_partitionkey", delivery.Key);
        Add(headers, "content-type", "application/json");
        Add(headers, "ce_correlationid", envelope.CorrelationId == envelope.Id ? null : envelope.CorrelationId.ToString());
        Add(headers, "ce_causationid", envelope.CausationId == Guid.Empty ? null : envelope.CausationId.ToString());
        Add(headers, "ce_messageid", envelope.Id.Version == 7 ? null : envelope.Id.ToString());
        Add(headers, "ce_tenantid", envelope.Tenant?.ToString());
        Add(headers, "ce_replyto", envelope.ReplyTo?.ToString());
        Add(headers, "ce_traceparent", envelope.TraceParent);
        Add(headers, "traceparent", sendingTrace ?? envelope.TraceParent);
        return headers;
    }

    /// <summary>Reads a record. What cannot be read gives an <see cref="UnreadableMessage"/>; nothing throws.</summary>
    internal static (string Key, Envelope Envelope) Read(ConsumeResult<byte[]?, byte[]?> record, AgentJson json)
    {
        var headers = record.Message.Headers ?? [];
        byte[] body = record.Message.Value ?? [];
        Func<string, string?> find = name => Find(headers, Prefix + name);
        var unreadable = (string?)null;
        if (Find(headers, "content-type") is { } contentType && contentType.StartsWith("application/cloudevents", StringComparison.OrdinalIgnoreCase))
        {
            var isRead = CloudEventJson.TryRead(contentType, body, out var attributes, out var data, out unreadable);
            find = name => attributes.GetValueOrDefault(name);
            body = isRead ? data : body;
        }

        var at = DateTimeOffset.TryParse(find("time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(record.Message.Timestamp.UnixTimestampMs, 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));

        // Without an id of its own, a record is known by its place. What callers of ours chose for an id stays what it is.
        var place = $"{record.Topic}/{record.Partition.Value}/{record.Offset.Value}";
        var id = FindId(find("messageid")) ?? ForeignId.Of(find("source") ?? "", find("id") ?? place, at);
        var type = find("type") ?? "";
        var envelope = new Envelope
        {
            Id = id,
            Message = unreadable is not null ? new UnreadableMessage(type, body, unreadable)
                : type.Length > 0 ? json.Read(type, body)
                : new UnreadableMessage(type, body, "The record has no CloudEvents type: a ce_type header is missing."),
            CorrelationId = FindId(find("correlationid")) ?? id,
            CausationId = FindId(find("causationid")) ?? Guid.Empty,
            OccurredAt = at,
            Tenant = FindId(find("tenantid")) is { } tenant ? TenantId.From(tenant) : null,
            TraceParent = Find(headers, "traceparent") ?? find("traceparent"),
            ReplyTo = FindId(find("replyto")),
        };
        return (record.Message.Key is { } key ? Encoding.UTF8.GetString(key) : find("partitionkey") ?? find("subject") ?? "", envelope);
    }

    private static Guid? FindId(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static string? Find(Headers headers, string name) =>
        headers.TryGetLastBytes(name, out var bytes) && bytes is not null ? Encoding.UTF8.GetString(bytes) : null;

    private static void Add(Headers headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.Add(name, Encoding.UTF8.GetBytes(value));
        }
    }
}
