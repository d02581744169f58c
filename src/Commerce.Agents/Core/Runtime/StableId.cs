namespace Commerce.Agents.Runtime;

/// <summary>Derives ids that are the same at every run, and keys' hashes that are the same in every process.</summary>
internal static class StableId
{
    /// <summary>Derives an id with the time of its parent and bits of its own.</summary>
    internal static Guid Derive(Guid parent, ulong agent, int count)
    {
        Span<byte> bytes = stackalloc byte[16];
        parent.TryWriteBytes(bytes, bigEndian: true, out _);
        var low = BitConverter.ToUInt64(bytes[8..]);
        var high = BitConverter.ToUInt64(bytes);
        var mixed = Mix(low ^ Mix(high ^ agent) ^ ((ulong)(uint)count * 0x9E3779B97F4A7C15));
        var more = Mix(mixed + agent);

        // The first 48 bits are the time; version and variant keep their places.
        bytes[6] = (byte)(0x70 | (more & 0x0F));
        bytes[7] = (byte)(more >> 8);
        BitConverter.TryWriteBytes(bytes[8..], mixed);
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Hashes text (FNV-1a, then mixed).</summary>
    internal static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return Mix(hash);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
