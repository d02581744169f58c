using System.Buffers.Binary;
using System.IO.Compression;

namespace Commerce.Testing.Sandbox.Labels;

/// <summary>Draws a barcode as a black and white picture of 812 x 1218 dots: 4 x 6 inches at 203 dpi.</summary>
internal static class SandboxImage
{
    private const int Width = 812;
    private const int Height = 1218;

    /// <summary>Writes a PNG file, one bit for each dot.</summary>
    internal static byte[] Png(string barcode)
    {
        var row = Row(barcode);
        using var raw = new MemoryStream();
        using (var zlib = new ZLibStream(raw, CompressionLevel.Fastest, leaveOpen: true))
        {
            var packed = new byte[1 + ((Width + 7) / 8)];
            for (var y = 0; y < Height; y++)
            {
                Array.Clear(packed);
                for (var x = 0; x < Width; x++)
                {
                    // In grey pictures of one bit, 1 is white.
                    packed[1 + (x / 8)] |= (byte)(IsBlack(row, x, y) ? 0 : 0x80 >> (x % 8));
                }

                zlib.Write(packed);
            }
        }

        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], Height);
        header[8] = 1;
        header[9] = 0;
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, raw.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Writes a GIF file of two colours; its LZW codes are cleared so often that the table never grows.</summary>
    internal static byte[] Gif(string barcode)
    {
        var row = Row(barcode);
        using var file = new MemoryStream();
        file.Write("GIF87a"u8);
        file.Write([Width & 0xFF, Width >> 8, Height & 0xFF, Height >> 8, 0x80, 0, 0]);
        file.Write([0xFF, 0xFF, 0xFF, 0, 0, 0]);
        file.Write([0x2C, 0, 0, 0, 0, Width & 0xFF, Width >> 8, Height & 0xFF, Height >> 8, 0]);
        file.WriteByte(2);

        // Minimum code size 2: codes of 3 bits, clear = 4, end = 5; a clear code before every two dots keeps 3 bits.
        var block = new List<byte>();
        var bits = 0;
        var count = 0;
        void Code(int code)
        {
            bits |= code << count;
            count += 3;
            while (count >= 8)
            {
                block.Add((byte)bits);
                bits >>= 8;
                count -= 8;
                if (block.Count == 255)
                {
                    Flush();
                }
            }
        }

        void Flush()
        {
            file.WriteByte((byte)block.Count);
            file.Write([.. block]);
            block.Clear();
        }

        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                if (x % 2 == 0)
                {
                    Code(4);
                }

                Code(IsBlack(row, x, y) ? 1 : 0);
            }
        }

        Code(5);
        if (count > 0)
        {
            block.Add((byte)bits);
        }

        if (block.Count > 0)
        {
            Flush();
        }

        file.Write([0, 0x3B]);
        return file.ToArray();
    }

    private static bool IsBlack(bool[] row, int x, int y) => y is >= 700 and < 950 && row[x];

    private static bool[] Row(string barcode)
    {
        var row = new bool[Width];
        var x = 40;
        var black = true;
        foreach (var width in Code128.Widths(barcode))
        {
            for (var i = 0; i < width * 2 && x < Width - 40; i++, x++)
            {
                row[x] = black;
            }

            black = !black;
        }

        return row;
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(data, Crc(type, 0xFFFFFFFF)) ^ 0xFFFFFFFF);
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> data, uint crc)
    {
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return crc;
    }
}
