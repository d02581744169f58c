using System.Security.Cryptography;
using System.Text;

namespace Commerce.Agents.Storage;

/// <summary>Makes message ids of other systems' ids: the same one each time, and in the order of time as our own.</summary>
public static class ForeignId
{
    /// <summary>Makes an id: a UUID of version 7 stays as it is; anything else becomes one of version 8 from the time and a hash.</summary>
    /// <param name="source">The system.</param>
    /// <param name="id">Its id of the message.</param>
    /// <param name="at">When the message was made.</param>
    /// <returns>The id.</returns>
    public static Guid Of(string source, string id, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(id);
        if (Guid.TryParse(id, out var own) && own.Version == 7)
        {
            return own;
        }

        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{id}"), bytes);
        var milliseconds = Math.Max(at.ToUnixTimeMilliseconds(), 0);
        for (var i = 0; i < 6; i++)
        {
            bytes[i] = (byte)(milliseconds >> (40 - (8 * i)));
        }

        bytes[6] = (byte)(0x80 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes[..16], bigEndian: true);
    }
}
