using System.Security.Cryptography;
using System.Text;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Makes order ids from foreign keys, and short references.</summary>
public static class OrderKeys
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Makes the id of an order that has a key elsewhere: the same key always gives the same id.</summary>
    /// <param name="source">Where the key is from: a marketplace account, a shop.</param>
    /// <param name="key">The key: a marketplace's order id, a caller's idempotency key.</param>
    /// <returns>A UUID version 8 of a hash of both.</returns>
    public static OrderId From(string source, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentException.ThrowIfNullOrEmpty(key);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{key}"), hash);
        hash[6] = (byte)(0x80 | (hash[6] & 0x0F));
        hash[8] = (byte)(0x80 | (hash[8] & 0x3F));
        return new OrderId(new Guid(hash[..16], bigEndian: true));
    }

    /// <summary>Makes a short reference: the day and six characters of Crockford's base 32.</summary>
    /// <param name="prefix">Three letters.</param>
    /// <param name="at">The day.</param>
    /// <param name="id">An id whose bits become the characters.</param>
    /// <returns>The reference.</returns>
    internal static string Number(string prefix, DateTimeOffset at, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var bits = BitConverter.ToUInt32(bytes[12..]);
        Span<char> code = stackalloc char[6];
        for (var i = 0; i < code.Length; i++)
        {
            code[i] = Alphabet[(int)(bits >> (i * 5)) & 31];
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}-{at:yyyyMMdd}-{code}");
    }
}
