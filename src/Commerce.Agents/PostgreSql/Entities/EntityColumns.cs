using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Commerce.Agents.Entities;

namespace Commerce.Agents.PostgreSql.Entities;

/// <summary>Says where a property is in the documents: the one place for queries and indexes, whose expressions must be the same.</summary>
internal sealed class EntityColumns(JsonSerializerOptions options, string schema)
{
    /// <summary>A cast of text to time depends on the session and cannot be indexed; ours only reads ISO 8601 with an offset.</summary>
    internal string TimeFunction { get; } = $"{schema}.entity_time";

    /// <summary>Gives the column or expression of a property.</summary>
    internal string Of(Type entity, EntityField field) => Of(entity, field.Name, field.Kind);

    /// <summary>Gives the expression of a declared index's property.</summary>
    internal string Of(Type entity, string path)
    {
        var type = entity;
        foreach (var name in path.Split('.'))
        {
            type = Property(EntityField.Plain(type), name).PropertyType;
        }

        return Of(entity, path, EntityField.KindOf(type));
    }

    /// <summary>Says whether a property is the key itself.</summary>
    internal static bool IsId(EntityField field) => field.Name == nameof(IEntity.Id);

    private string Of(Type entity, string path, FieldKind kind)
    {
        if (path == nameof(IEntity.Id))
        {
            return "id";
        }

        var names = path.Split('.');
        var type = entity;
        var expression = "data";
        for (var i = 0; i < names.Length; i++)
        {
            var property = Property(EntityField.Plain(type), names[i]);
            var isText = i == names.Length - 1 && kind != FieldKind.List;
            expression += $"{(isText ? "->>" : "->")}'{property.Name.Replace("'", "''", StringComparison.Ordinal)}'";
            type = property.PropertyType;
        }

        return kind switch
        {
            FieldKind.Number => $"({expression})::numeric",
            FieldKind.Truth => $"({expression})::boolean",
            FieldKind.Time => $"{TimeFunction}({expression})",
            FieldKind.List or FieldKind.Object => $"({expression})",
            _ => $"(({expression}) collate \"C\")",
        };
    }

    private JsonPropertyInfo Property(Type type, string name)
    {
        var properties = options.GetTypeInfo(type).Properties;
        var named = options.PropertyNamingPolicy?.ConvertName(name) ?? name;
        return properties.FirstOrDefault(property => property.Get is not null && (property.AttributeProvider as MemberInfo)?.Name == name)
            ?? properties.FirstOrDefault(property => property.Get is not null && property.AttributeProvider is null && property.Name == named)
            ?? throw new NotSupportedException($"A query cannot use {type.Name}.{name}: it is not stored.");
    }
}
