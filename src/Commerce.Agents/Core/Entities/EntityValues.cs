namespace Commerce.Agents.Entities;

/// <summary>What "equal" and "before" mean for values of entities, in every store.</summary>
internal static class EntityValues
{
    /// <summary>Databases keep microseconds.</summary>
    internal static DateTimeOffset Microseconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    internal static bool AreEqual(FieldKind kind, object? left, object? right) => left is null || right is null
        ? left is null && right is null
        : kind switch
        {
            FieldKind.Number => EntityNumbers.Compare(left, right) == 0,
            FieldKind.Time => Microseconds((DateTimeOffset)left) == Microseconds((DateTimeOffset)right),
            _ => left.Equals(right),
        };

    /// <summary>Orders: nothing comes first.</summary>
    internal static int Order(FieldKind kind, object? left, object? right) => left is null || right is null
        ? (left is null ? 0 : 1) - (right is null ? 0 : 1)
        : Compare(kind, left, right) ?? 0;

    /// <summary>Compares two values; nothing when they have no order.</summary>
    internal static int? Compare(FieldKind kind, object left, object right) => kind switch
    {
        FieldKind.Number => EntityNumbers.Compare(left, right),
        FieldKind.Time => Microseconds((DateTimeOffset)left).CompareTo(Microseconds((DateTimeOffset)right)),
        FieldKind.Text => CompareText((string)left, (string)right),
        _ => ((IComparable)left).CompareTo(right),
    };

    /// <summary>Compares by code points, as the bytes of UTF-8 do; UTF-16 would put emoji before some letters.</summary>
    internal static int CompareText(string left, string right)
    {
        var i = left.AsSpan().CommonPrefixLength(right);
        return i == left.Length || i == right.Length ? left.Length.CompareTo(right.Length) : Rank(left[i]).CompareTo(Rank(right[i]));
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
