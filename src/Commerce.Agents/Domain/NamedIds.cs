using System.Security.Cryptography;
using System.Text;

namespace Commerce.Agents.Domain;

/// <summary>Makes ids of names: the same names always give the same id.</summary>
internal static class NamedIds
{
    /// <summary>Makes a UUID version 8 of a hash of both.</summary>
    internal static Guid From(string source, string key)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{key}"), hash);
        hash[6] = (byte)(0x80 | (hash[6] & 0x0F));
        hash[8] = (byte)(0x80 | (hash[8] & 0x3F));
        return new Guid(hash[..16], bigEndian: true);
    }
}
