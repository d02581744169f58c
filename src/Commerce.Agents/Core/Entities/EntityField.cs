using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Commerce.Agents.Entities;

/// <summary>A property of an entity, or a property of a property.</summary>
/// <param name="Path">The properties to go through. On the way, the property of nothing is nothing.</param>
/// <param name="Kind">How it is compared.</param>
/// <param name="IsText">Whether the last property is the text of a value that is stored as this text.</param>
internal sealed record EntityField(IReadOnlyList<PropertyInfo> Path, FieldKind Kind, bool IsText = false) : EntityOperand
{
    /// <summary>Gets the type without <see cref="Nullable{T}"/>.</summary>
    internal Type Type { get; } = Plain(Path[^1].PropertyType);

    /// <summary>Gets the path of what is stored, as text.</summary>
    internal string Name => string.Join('.', (IsText ? Path.SkipLast(1) : Path).Select(static property => property.Name));

    internal override object? Get(object entity)
    {
        object? value = entity;
        foreach (var property in Path)
        {
            value = value is null ? null : property.GetValue(value);
        }

        return value;
    }

    internal static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    internal static FieldKind KindOf(Type type)
    {
        type = Plain(type);
        return type == typeof(string) ? FieldKind.Text
            : type == typeof(Guid) ? FieldKind.Guid
            : type == typeof(DateOnly) ? FieldKind.Date
            : type == typeof(DateTimeOffset) ? FieldKind.Time
            : type.IsEnum ? FieldKind.Enum
            : type == typeof(bool) ? FieldKind.Truth
            : EntityNumbers.IsNumber(type) ? FieldKind.Number
            : type.IsDefined(typeof(JsonConverterAttribute), inherit: false) ? FieldKind.Value
            : type == typeof(byte[]) ? FieldKind.Other
            : typeof(IEnumerable).IsAssignableFrom(type) ? FieldKind.List
            : type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true ? FieldKind.Other
            : FieldKind.Object;
    }

    /// <summary>Says whether the text of a value is what is stored of it.</summary>
    internal static bool IsParsable(Type type) => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType
        is { IsGenericType: true } converter && converter.GetGenericTypeDefinition() == typeof(ParsableJsonConverter<>);
}
