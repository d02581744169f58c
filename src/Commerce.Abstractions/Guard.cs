using System.Runtime.CompilerServices;

namespace Commerce;

/// <summary>Refuses impossible values where they enter, naming the property and the remedy.</summary>
internal static class Guard
{
    internal static string Text(string? value, int maxLength, [CallerMemberName] string name = "")
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"{name} is empty: give 1 to {maxLength} characters.", name);
        }

        return OptionalText(value, maxLength, name)!;
    }

    internal static string? OptionalText(string? value, int maxLength, [CallerMemberName] string name = "")
    {
        if (value is not null && value.Length > maxLength)
        {
            throw new ArgumentException($"{name} has {value.Length} characters: at most {maxLength}.", name);
        }

        if (value is not null && value.AsSpan().ContainsAnyInRange('\0', '\u0008'))
        {
            throw new ArgumentException($"{name} holds a control character: remove it.", name);
        }

        return value;
    }

    internal static IReadOnlyList<T> NotEmpty<T>(
        IReadOnlyList<T>? value, int maxCount, [CallerMemberName] string name = "")
    {
        if (value is null || value.Count == 0 || value.Count > maxCount)
        {
            throw new ArgumentException($"{name} has {value?.Count ?? 0} entries: give 1 to {maxCount}.", name);
        }

        return NoNulls(value, name);
    }

    internal static IReadOnlyList<T> NoNulls<T>(IReadOnlyList<T>? value, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value, name);
        for (var i = 0; i < value.Count; i++)
        {
            if (value[i] is null)
            {
                throw new ArgumentException($"{name}[{i}] is null.", name);
            }
        }

        return value;
    }

    internal static T NotNull<T>(T? value, [CallerMemberName] string name = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    internal static T NotDefault<T>(T value, [CallerMemberName] string name = "")
        where T : struct, IEquatable<T>
    {
        if (value.Equals(default))
        {
            throw new ArgumentException($"{name} is not set.", name);
        }

        return value;
    }

    internal static int InRange(int value, int min, int max, [CallerMemberName] string name = "")
    {
        if (value < min || value > max)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}: give {min} to {max}.");
        }

        return value;
    }

    internal static Money Positive(Money value, [CallerMemberName] string name = "")
    {
        if (value.Amount <= 0)
        {
            throw new ArgumentOutOfRangeException(name, value.ToString(), $"{name} is {value}: it must be above zero.");
        }

        return value;
    }

    internal static Money NotNegative(Money value, [CallerMemberName] string name = "")
    {
        if (value.Amount < 0)
        {
            throw new ArgumentOutOfRangeException(name, value.ToString(), $"{name} is {value}: it must not be negative.");
        }

        return value;
    }
}
