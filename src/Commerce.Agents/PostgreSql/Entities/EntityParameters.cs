using System.Globalization;
using System.Text;
using System.Text.Json;
using Commerce.Agents.Entities;
using Npgsql;
using NpgsqlTypes;

namespace Commerce.Agents.PostgreSql.Entities;

/// <summary>The values of one statement. They only ever travel as parameters.</summary>
internal sealed class EntityParameters(EntityColumns columns, EntityDocuments documents)
{
    private readonly List<NpgsqlParameter> _parameters = [];

    internal IReadOnlyList<NpgsqlParameter> All => _parameters;

    internal string Add<TValue>(TValue value, NpgsqlDbType type)
    {
        _parameters.Add(new NpgsqlParameter<TValue> { TypedValue = value, NpgsqlDbType = type });
        return string.Create(CultureInfo.InvariantCulture, $"${_parameters.Count}");
    }

    internal string Text(string value) => Add(Storable(value), NpgsqlDbType.Text);

    /// <summary>Adds a value that is compared with a property.</summary>
    internal string Value(EntityField field, object value) => field switch
    {
        _ when EntityColumns.IsId(field) => Add((Guid)value, NpgsqlDbType.Uuid),
        { Kind: FieldKind.Number } when EntityNumbers.IsFloating(value) => $"{Text(Floating(value))}::numeric",
        { Kind: FieldKind.Number } => Add(Convert.ToDecimal(value, CultureInfo.InvariantCulture), NpgsqlDbType.Numeric),
        { Kind: FieldKind.Truth } => Add((bool)value, NpgsqlDbType.Boolean),
        { Kind: FieldKind.Time } => $"{columns.TimeFunction}({Text(Time(value))})",
        _ => Text(Stored(field, value)),
    };

    /// <summary>Adds a list of values that a property is looked for in.</summary>
    internal string Values(EntityField field, IReadOnlyCollection<object> values) => field switch
    {
        _ when EntityColumns.IsId(field) => Add(values.Cast<Guid>().ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid),
        { Kind: FieldKind.Number } when values.Any(EntityNumbers.IsFloating) => $"{Texts(values.Select(Floating))}::numeric[]",
        { Kind: FieldKind.Number } =>
            Add(values.Select(value => Convert.ToDecimal(value, CultureInfo.InvariantCulture)).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Numeric),
        { Kind: FieldKind.Truth } => Add(values.Cast<bool>().ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Boolean),
        { Kind: FieldKind.Time } =>
            $"(array(select {columns.TimeFunction}(v) from unnest({Texts(values.Select(Time))}) as v))",
        _ => Texts(values.Select(value => Stored(field, value))),
    };

    /// <summary>Adds a value as it stands in a list of a document.</summary>
    internal string Json(object? value, Type type) => Add(documents.WriteValue(value, type), NpgsqlDbType.Jsonb);

    private string Texts(IEnumerable<string> values) => Add(values.Select(Storable).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    private static string Time(object value) => ((DateTimeOffset)value).ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static string Floating(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private string Stored(EntityField field, object value)
    {
        switch (field.Kind)
        {
            case FieldKind.Text:
                return (string)value;
            case FieldKind.Guid:
                return ((Guid)value).ToString();
            case FieldKind.Date:
                return ((DateOnly)value).ToString("O", CultureInfo.InvariantCulture);
            default:
                using (var json = JsonDocument.Parse(documents.WriteValue(value, field.Type)))
                {
                    return json.RootElement.ValueKind switch
                    {
                        JsonValueKind.String => json.RootElement.GetString()!,
                        JsonValueKind.Number => json.RootElement.GetRawText(),
                        _ => throw new NotSupportedException($"A query cannot compare {field.Name}: a {field.Type.Name} is not stored as text."),
                    };
                }
        }
    }

    private static string Storable(string value)
    {
        var rest = value.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done || rune.Value == 0)
            {
                throw new CommerceException(
                    CommerceErrorKind.Invalid, "A text to look for has the character U+0000 or half a character, which no stored text has: leave it out.");
            }

            rest = rest[length..];
        }

        return value;
    }
}
