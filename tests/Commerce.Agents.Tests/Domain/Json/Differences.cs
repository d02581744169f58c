using System.Collections;
using System.Reflection;

namespace Commerce.Agents.Tests.Domain.Json;

/// <summary>Compares two values field by field, hidden ones too.</summary>
internal static class Differences
{
    internal static IEnumerable<string> Between(object? expected, object? actual, string path = "$")
    {
        if (expected is null || actual is null)
        {
            return expected is null && actual is null ? [] : [$"{path}: {expected ?? "null"} became {actual ?? "null"}"];
        }

        if (expected is IDictionary dictionary && actual is IDictionary other)
        {
            return dictionary.Count != other.Count
                ? [$"{path}: {dictionary.Count} entries became {other.Count}"]
                : dictionary.Keys.Cast<object>().SelectMany(key => Between(dictionary[key], other[key], $"{path}[{key}]"));
        }

        if (expected is not string && expected is IEnumerable list && actual is IEnumerable others)
        {
            var (left, right) = (list.Cast<object?>().ToList(), others.Cast<object?>().ToList());
            return left.Count != right.Count
                ? [$"{path}: {left.Count} items became {right.Count}"]
                : left.SelectMany((item, index) => Between(item, right[index], $"{path}[{index}]"));
        }

        var type = expected.GetType();
        if (type != actual.GetType())
        {
            return [$"{path}: {type.Name} became {actual.GetType().Name}"];
        }

        return type.Namespace!.StartsWith("Commerce", StringComparison.Ordinal) && !type.IsEnum
            ? FieldsOf(type).SelectMany(field => Between(field.GetValue(expected), field.GetValue(actual), $"{path}.{field.Name}"))
            : IsSame(expected, actual) ? [] : [$"{path}: {expected} became {actual}"];
    }

    private static bool IsSame(object expected, object actual) => expected is DateTimeOffset time
        ? time.EqualsExact((DateTimeOffset)actual)
        : Equals(expected, actual);

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var level = type; level is not null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType)
        {
            foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}
