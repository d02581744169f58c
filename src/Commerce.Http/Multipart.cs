using System.Text;

namespace Commerce.Http;

/// <summary>Reads multipart bodies (RFC 2046): JSON or XML beside raw files. Parts are cut by bytes, never decoded.</summary>
public static class Multipart
{
    private const int MaxParts = 100;
    private const int MaxHeaderBytes = 16 * 1024;
    private const int MaxBoundary = 200;

    /// <summary>Tells whether an answer says that it is multipart.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>True for any <c>multipart/…</c>.</returns>
    public static bool Is(VendorAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.ContentHeaders.ContentType?.MediaType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;
    }

    /// <summary>Reads the parts of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The parts in order: 1 to 100.</returns>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Protocol"/> when the body is cut, has no parts, or more than 100.</exception>
    public static IReadOnlyList<MultipartPart> Read(VendorAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var boundary = answer.ContentHeaders.ContentType?.Parameters
            .FirstOrDefault(static parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"');
        return Parse(answer.Body, boundary) ?? throw answer.Malformed("the body is no complete multipart");
    }

    /// <summary>Reads the parts of a body.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="boundary">The boundary without quotes; the body's first line says it when not given.</param>
    /// <returns>The parts in order, or <see langword="null"/> when it is no complete multipart body of 1 to 100 parts.</returns>
    public static IReadOnlyList<MultipartPart>? Parse(ReadOnlyMemory<byte> body, string? boundary = null)
    {
        boundary ??= FirstLine(body.Span);
        if (string.IsNullOrEmpty(boundary) || boundary.Length > MaxBoundary)
        {
            return null;
        }

        var delimiter = Encoding.ASCII.GetBytes("--" + boundary);
        var parts = new List<MultipartPart>();
        var at = NextDelimiter(body.Span, 0, delimiter);
        while (at >= 0)
        {
            var start = at + delimiter.Length;
            if (body.Span[start..].StartsWith("--"u8))
            {
                return parts.Count > 0 ? parts : null;
            }

            var end = NextDelimiter(body.Span, start, delimiter);
            var (from, to) = (SkipLine(body.Span, start), end < 0 ? -1 : BeforeLine(body.Span, end));
            if (to < from || parts.Count == MaxParts || ReadPart(body[from..to]) is not { } part)
            {
                return null;
            }

            parts.Add(part);
            at = end;
        }

        return null;
    }

    private static string? FirstLine(ReadOnlySpan<byte> body)
    {
        var end = body.IndexOf((byte)'\n');
        return end is > 2 and < MaxBoundary + 4 && body.StartsWith("--"u8) ? Encoding.ASCII.GetString(body[2..end]).TrimEnd('\r', ' ') : null;
    }

    // A delimiter stands at the beginning of a line and is followed by "--" or by the end of the line.
    private static int NextDelimiter(ReadOnlySpan<byte> body, int from, ReadOnlySpan<byte> delimiter)
    {
        while (from < body.Length && body[from..].IndexOf(delimiter) is var found and >= 0)
        {
            var at = from + found;
            var rest = body[(at + delimiter.Length)..];
            if ((at == 0 || body[at - 1] == '\n')
                && (rest.StartsWith("--"u8) || rest.TrimStart(" \t"u8).StartsWith("\r\n"u8) || rest.TrimStart(" \t"u8).StartsWith("\n"u8)))
            {
                return at;
            }

            from = at + delimiter.Length;
        }

        return -1;
    }

    private static int SkipLine(ReadOnlySpan<byte> body, int from) => from + body[from..].IndexOf((byte)'\n') + 1;

    // The line end before a delimiter belongs to the delimiter.
    private static int BeforeLine(ReadOnlySpan<byte> body, int at) => at >= 2 && body[at - 2] == '\r' ? at - 2 : at - 1;

    private static MultipartPart? ReadPart(ReadOnlyMemory<byte> part)
    {
        string? id = null, type = null;
        var at = 0;
        while (at < part.Length && at < MaxHeaderBytes)
        {
            var length = part.Span[at..].IndexOf((byte)'\n');
            if (length < 0)
            {
                return null;
            }

            var line = Encoding.Latin1.GetString(part.Span.Slice(at, length)).TrimEnd('\r');
            at += length + 1;
            if (line.Length == 0)
            {
                return new MultipartPart(id, type, part[at..]);
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = colon < 0 ? (line, "") : (line[..colon], line[(colon + 1)..].Trim());
            id = name.Equals("Content-ID", StringComparison.OrdinalIgnoreCase) ? value.Trim('<', '>') : id;
            type = name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) ? value : type;
        }

        return null;
    }
}
