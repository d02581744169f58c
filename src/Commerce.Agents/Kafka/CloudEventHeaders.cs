using System.Globalization;
using System.Text;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Confluent.Kafka;

namespace Commerce.Agents.Kafka;

/// <summary>Writes and reads messages as CloudEvents 1.0 in Kafka's binary mode: attributes in headers, the content as it is.</summary>
internal static class CloudEventHeaders
{
    private const string Correlation = "ce_correlationid";
    private const string Causation = "ce_causationid";
    private const string Tenant = "ce_tenantid";
    private const string ReplyTo = "ce_replyto";

    internal static Headers Write(Delivery delivery, string type, string source)
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
        Add(headers, Correlation, envelope.CorrelationId == envelope.Id ? null : envelope.CorrelationId.ToString());
        Add(headers, Causation, envelope.CausationId == Guid.Empty ? null : envelope.CausationId.ToString());
        Add(headers, Tenant, envelope.Tenant?.ToString());
        Add(headers, ReplyTo, envelope.ReplyTo?.ToString());
        Add(headers, "ce_traceparent", envelope.TraceParent);
        Add(headers, "traceparent", envelope.TraceParent);
        return headers;
    }

    internal static Envelope Read(ConsumeResult<string?, byte[]?> record, AgentJson json)
    {
        var headers = record.Message.Headers ?? [];
        var at = DateTimeOffset.TryParse(Find(headers, "ce_time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : new DateTimeOffset(DateTime.SpecifyKind(record.Message.Timestamp.UtcDateTime, DateTimeKind.Utc));

        // Without an id of its own, a record is known by its place.
        var place = $"{record.Topic}/{record.Partition.Value}/{record.Offset.Value}";
        var id = ForeignId.Of(Find(headers, "ce_source") ?? "", Find(headers, "ce_id") ?? place, at);
        return new Envelope
        {
            Id = id,
            Message = json.Read(Find(headers, "ce_type") ?? "", record.Message.Value ?? []),
            CorrelationId = FindId(headers, Correlation) ?? id,
            CausationId = FindId(headers, Causation) ?? Guid.Empty,
            OccurredAt = at,
            Tenant = FindId(headers, Tenant) is { } tenant ? TenantId.From(tenant) : null,
            TraceParent = Find(headers, "traceparent") ?? Find(headers, "ce_traceparent"),
            ReplyTo = FindId(headers, ReplyTo),
        };
    }

    private static Guid? FindId(Headers headers, string name) => Guid.TryParse(Find(headers, name), out var id) ? id : null;

    private static string? Find(Headers headers, string name) =>
        headers.TryGetLastBytes(name, out var bytes) && bytes is not null ? Decode(Encoding.UTF8.GetString(bytes)) : null;

    private static void Add(Headers headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.Add(name, Encoding.UTF8.GetBytes(name.StartsWith("ce_", StringComparison.Ordinal) ? Encode(value) : value));
        }
    }

    /// <summary>Writes what is not printable ASCII, and the space, the quote and the percent sign, in percents, as CloudEvents has it.</summary>
    private static string Encode(string value)
    {
        if (value.All(static c => c is > ' ' and <= '~' and not '"' and not '%'))
        {
            return value;
        }

        var text = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(value))
        {
            _ = b is > (byte)' ' and <= (byte)'~' and not (byte)'"' and not (byte)'%'
                ? text.Append((char)b)
                : text.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        return text.ToString();
    }

    private static string Decode(string value) => value.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(value) : value;
}
