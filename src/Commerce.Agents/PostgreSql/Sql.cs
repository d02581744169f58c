using Npgsql;
using NpgsqlTypes;

namespace Commerce.Agents.PostgreSql;

/// <summary>Makes typed parameters and commands, without boxing or guessing.</summary>
internal static class Sql
{
    internal static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    internal static NpgsqlParameter Int(int value) => new NpgsqlParameter<int> { TypedValue = value };

    internal static NpgsqlParameter Text(string? value) => Typed(value, NpgsqlDbType.Text);

    internal static NpgsqlParameter Json(string? value) => Typed(value, NpgsqlDbType.Jsonb);

    internal static NpgsqlParameter Id(Guid value) => new NpgsqlParameter<Guid> { TypedValue = value };

    internal static NpgsqlParameter Small(short value) => new NpgsqlParameter<short> { TypedValue = value };

    internal static NpgsqlParameter Time(DateTimeOffset value) => new NpgsqlParameter<DateTimeOffset> { TypedValue = value.ToUniversalTime() };

    internal static NpgsqlParameter MaybeTime(DateTimeOffset? value) => value is { } at
        ? Time(at)
        : new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    internal static NpgsqlParameter Span(TimeSpan value) => new NpgsqlParameter<TimeSpan> { TypedValue = value };

    internal static NpgsqlParameter Texts(string?[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Text);

    internal static NpgsqlParameter Jsons(string?[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Jsonb);

    internal static NpgsqlParameter Smalls(short[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Smallint);

    internal static NpgsqlParameter MaybeSmalls(short?[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Smallint);

    internal static NpgsqlParameter Longs(long[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Bigint);

    internal static NpgsqlParameter Ids(Guid[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    internal static NpgsqlParameter MaybeIds(Guid?[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    internal static NpgsqlParameter Bytes(byte[]?[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Bytea);

    internal static NpgsqlParameter Bools(bool[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Boolean);

    internal static NpgsqlParameter MaybeTimes(DateTimeOffset?[] values) =>
        Typed(Array.ConvertAll(values, static value => value?.ToUniversalTime()), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);

    internal static string? MaybeText(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static NpgsqlParameter Typed<T>(T value, NpgsqlDbType type) => value is null
        ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type }
        : new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type };
}
