using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Commerce.Marketplaces.Sync;

/// <summary>
/// What an order holds, as a number: two readings of an order with the same fingerprint need no second look. The time of the last change
/// and the raw payload do not count. The first 16 bytes of a SHA-256 hash.
/// </summary>
public readonly record struct OrderFingerprint : IParsable<OrderFingerprint>
{
    private readonly UInt128 _value;

    private OrderFingerprint(UInt128 value) => _value = value;

    /// <summary>Reads an order.</summary>
    /// <param name="order">The order.</param>
    /// <returns>Its fingerprint.</returns>
    public static OrderFingerprint Of(MarketplaceOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var text = new OrderText();
        text.Add(order);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text.Bytes, hash);
        return new OrderFingerprint(BinaryPrimitives.ReadUInt128BigEndian(hash));
    }

    /// <inheritdoc/>
    public static OrderFingerprint Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException("An order fingerprint has 32 hexadecimal digits.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OrderFingerprint result)
    {
        var isNumber = UInt128.TryParse(s, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && s!.Length == 32;
        result = isNumber ? new OrderFingerprint(value) : default;
        return isNumber;
    }

    /// <summary>Writes the fingerprint.</summary>
    /// <returns>32 hexadecimal digits.</returns>
    public override string ToString() => _value.ToString("x32", CultureInfo.InvariantCulture);
}
