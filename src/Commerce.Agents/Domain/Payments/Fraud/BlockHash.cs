using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Turns what is blocked into keyed hashes, so that a copy of the store does not tell whom a shop blocks.</summary>
internal static class BlockHash
{
    /// <summary>Brings a value into its one form; <see langword="null"/> when it is none of its kind.</summary>
    internal static string? Normalise(BlockedKind kind, string? value)
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 512)
        {
            return null;
        }

        return kind switch
        {
            BlockedKind.Email => EmailAddress.TryParse(text, null, out var email) ? email.Value.ToLowerInvariant() : null,
            BlockedKind.NetworkAddress => Address(text)?.ToString(),
            BlockedKind.Phone => PhoneNumber.TryParse(text, null, out var phone) && phone.IsInternational ? phone.Value : null,
            BlockedKind.Device or BlockedKind.Card => text,
            _ => null,
        };
    }

    internal static IPAddress? Address(string? text) =>
        IPAddress.TryParse(text, out var address) ? address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address : null;

    /// <summary>Hashes a value in its one form. The kind is part of it: a device is no card of the same name.</summary>
    internal static string Hash(Secret key, BlockedKind kind, string value) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Reveal()), Encoding.UTF8.GetBytes($"{kind}\n{value}")));

    /// <summary>Makes the id of a block: one for each tenant and hash.</summary>
    internal static Guid Id(TenantId? tenant, string hash)
    {
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}\n{hash}"), bytes);
        bytes[6] = (byte)(0x80 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes[..16], bigEndian: true);
    }
}
