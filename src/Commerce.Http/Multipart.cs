using System.Text;

namespace Commerce.Http;

/// <summary>Reads multipart answers by their bytes: parts may hold anything, line ends and text that looks like a boundary of another answer included.</summary>
public static class Multipart
{
    private const int MaxParts = 50;
    private const int MaxBoundary = 200;
    private const int MaxHead = 8 * 1024;

    /// <summary>Tells whether bytes begin like a multipart body.</summary>
    /// <param name="body">The body of an answer.</param>
    /// <returns>Yes, when the first line that is not empty is a boundary.</returns>
    public static bool IsMultipart(ReadOnlySpan<byte> body) => Delimiter(body).Length > 2;

    /// <summary>Reads the parts. The boundary is the first line, as the standard has it; the header of the answer is not needed.</summary>
    /// <param name="body">The body of an answer.</param>
    /// <returns>The parts, in their order: at most 50.</returns>
    /// <exception cref="FormatException">It is no whole multipart body.</exception>
    public static IReadOnlyList<MultipartPart> Read(ReadOnlyMemory<byte> body)
    {
        var delimiter = Delimiter(body.Span).ToArray();
        if (delimiter.Length <= 2)
        {
            throw new FormatException("The body does not begin with a boundary.");
        }

        var parts = new List<MultipartPart>();
        var rest = body[(body.Span.IndexOf(delimiter) + delimiter.Length)..];
        byte[] next = [(byte)'\n', .. delimiter];
        while (!rest.Span.StartsWith("--"u8))
        {
            var end = rest.Span.IndexOf(next);
            if (end < 0 || parts.Count == MaxParts)
            {
                throw new FormatException(end < 0 ? "The last boundary is missing." : $"There are more than {MaxParts} parts.");
            }

            parts.Add(Part(rest[..end]));
            rest = rest[(end + next.Length)..];
        }

        return parts;
    }

    private static ReadOnlySpan<byte> Delimiter(ReadOnlySpan<byte> body)
    {
        var line = body.TrimStart("\r\n"u8);
        var end = line.IndexOf((byte)'\n');
        return line.StartsWith("--"u8) && end is > 2 and < MaxBoundary ? line[..end].TrimEnd("\r"u8) : [];
    }

    // The head ends with an empty line; the line end before the boundary belongs to the boundary.
    private static MultipartPart Part(ReadOnlyMemory<byte> part)
    {
        var (end, length) = (part.Span.IndexOf("\r\n\r\n"u8), 4);
        if (end < 0)
        {
            (end, length) = (part.Span.IndexOf("\n\n"u8), 2);
        }

        if (end is < 0 or > MaxHead)
        {
            throw new FormatException("A part has no head.");
        }

        var content = part[(end + length)..];
        content = content.Span.EndsWith("\r"u8) ? content[..^1] : content;
        var (id, name, type) = ("", "", (string?)null);
        foreach (var line in Encoding.ASCII.GetString(part.Span[..end]).Split('\n', StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = colon < 0 ? "" : line[(colon + 1)..].Trim();
            switch (colon < 0 ? "" : line[..colon].ToUpperInvariant())
            {
                case "CONTENT-ID":
                    id = value.Trim('<', '>');
                    break;
                case "CONTENT-TYPE":
                    type = value;
                    break;
                case "CONTENT-DISPOSITION" when value.IndexOf("name=\"", StringComparison.OrdinalIgnoreCase) is >= 0 and var start:
                    name = value[(start + 6)..].Split('"')[0];
                    break;
            }
        }

        return new MultipartPart(id.Length > 0 ? id : name, type, content);
    }
}
