using System.Buffers.Binary;
using System.Text;

namespace Commerce.Agents.Kafka;

/// <summary>Murmur 2 as Kafka's Java clients compute it: every producer that keeps to their default puts a key into the same partition.</summary>
internal static class StableHash
{
    internal static int PartitionOf(string key, int partitions) => (int)((Murmur2(Encoding.UTF8.GetBytes(key)) & 0x7FFFFFFF) % (uint)partitions);

    internal static uint Murmur2(ReadOnlySpan<byte> data)
    {
        const uint M = 0x5BD1E995;
        var hash = 0x9747B28C ^ (uint)data.Length;
        while (data.Length >= 4)
        {
            var k = BinaryPrimitives.ReadUInt32LittleEndian(data) * M;
            hash = (hash * M) ^ ((k ^ (k >> 24)) * M);
            data = data[4..];
        }

        for (var i = data.Length - 1; i >= 0; i--)
        {
            hash ^= (uint)data[i] << (8 * i);
        }

        hash = data.Length > 0 ? hash * M : hash;
        hash = (hash ^ (hash >> 13)) * M;
        return hash ^ (hash >> 15);
    }
}
