using System.Text.Json;
using Commerce.Agents.Storage;
using Npgsql;

namespace Commerce.Agents.PostgreSql.Entities;

/// <summary>Entities as documents, and rows back as entities.</summary>
internal sealed class EntityDocuments(JsonSerializerOptions options)
{
    internal string Write(EntityChange change)
    {
        var text = JsonSerializer.Serialize(change.Value, options.GetTypeInfo(change.Type));
        return HasZero(text)
            ? throw new CommerceException(
                CommerceErrorKind.Invalid, $"A text of the {change.Type.Name} {change.Id} has the character U+0000, which cannot be stored: leave it out.")
            : text;
    }

    /// <summary>Writes one value as it is within documents.</summary>
    internal string WriteValue(object? value, Type type) => JsonSerializer.Serialize(value, options.GetTypeInfo(type));

    /// <summary>Reads a row of: id, version, created_at, updated_at, tenant, data, from a column on.</summary>
    internal EntityRow Read(NpgsqlDataReader reader, Type type, int column = 0)
    {
        var value = JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(column + 5), options.GetTypeInfo(type))
            ?? throw new CommerceException(CommerceErrorKind.Protocol, $"The document of the {type.Name} {reader.GetGuid(column)} is null.");
        return ReadHead(reader, value, column);
    }

    /// <summary>Reads a row without its document.</summary>
    internal static EntityRow ReadHead(NpgsqlDataReader reader, object value, int column = 0) => new(
        reader.GetGuid(column),
        value,
        reader.GetInt64(column + 1),
        reader.GetFieldValue<DateTimeOffset>(column + 2),
        reader.GetFieldValue<DateTimeOffset>(column + 3),
        reader.IsDBNull(column + 4) ? null : TenantId.From(Guid.Parse(reader.GetString(column + 4))));

    private static bool HasZero(string json)
    {
        for (var i = json.IndexOf("\\u0000", StringComparison.Ordinal); i >= 0; i = json.IndexOf("\\u0000", i + 1, StringComparison.Ordinal))
        {
            // An even number of backslashes before this one: it is not escaped itself.
            var before = i;
            while (before > 0 && json[before - 1] == '\\')
            {
                before--;
            }

            if ((i - before) % 2 == 0)
            {
                return true;
            }
        }

        return false;
    }
}
