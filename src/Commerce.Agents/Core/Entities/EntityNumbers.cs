using System.Globalization;

namespace Commerce.Agents.Entities;

/// <summary>Numbers of different types, compared exactly.</summary>
internal static class EntityNumbers
{
    internal static bool IsNumber(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal && !type.IsEnum;

    internal static bool IsFloating(object number) => number is double or float;

    /// <summary>Compares; nothing when one of them is no number (NaN).</summary>
    internal static int? Compare(object left, object right)
    {
        if (!IsFloating(left) && !IsFloating(right))
        {
            return Convert.ToDecimal(left, CultureInfo.InvariantCulture).CompareTo(Convert.ToDecimal(right, CultureInfo.InvariantCulture));
        }

        var (a, b) = (Convert.ToDouble(left, CultureInfo.InvariantCulture), Convert.ToDouble(right, CultureInfo.InvariantCulture));
        return double.IsNaN(a) || double.IsNaN(b) ? null : a.CompareTo(b);
    }

    /// <summary>Says whether every number of a type is one of another type: a database compares what is stored, not what C# rounds it to.</summary>
    internal static bool IsLossless(Type from, Type to)
    {
        var (source, target) = (Type.GetTypeCode(from), Type.GetTypeCode(to));
        return source == target || target switch
        {
            TypeCode.Decimal => source <= TypeCode.UInt64,
            TypeCode.Double => source <= TypeCode.UInt32,
            TypeCode.Single => source <= TypeCode.UInt16,
            _ => source < target && target <= TypeCode.UInt64 && (IsUnsigned(source) || !IsUnsigned(target)),
        };
    }

    private static bool IsUnsigned(TypeCode code) => code is TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64;
}
