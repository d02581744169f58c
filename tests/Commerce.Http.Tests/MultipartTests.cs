using System.Text;
using Commerce.Http;
using Xunit;

namespace Commerce.Http.Tests;

public sealed class MultipartTests
{
    private const string Body = "--b1\r\nContent-Type: text/plain\r\nContent-ID: <one>\r\n\r\nfirst\r\n--b1 is no delimiter\r\n--b1\r\nContent-ID: two\r\n\r\n\0\u00ff\r\n\r\n--b1--\r\n";

    [Theory]
    [InlineData("b1")]
    [InlineData(null)]
    public void Parts_are_cut_by_bytes(string? boundary)
    {
        var parts = Multipart.Parse(Bytes(Body), boundary)!;

        Assert.Equal([("one", "text/plain"), ("two", null)], parts.Select(static part => (part.ContentId, part.MediaType)));
        Assert.Equal(["first\r\n--b1 is no delimiter", "\0\u00ff\r\n"], parts.Select(static part => Encoding.Latin1.GetString(part.Content.Span)));
        Assert.DoesNotContain("first", parts[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bare_line_feeds_are_read_too() =>
        Assert.Equal("x", Encoding.Latin1.GetString(Assert.Single(Multipart.Parse(Bytes("--b\n\nx\n--b--"))!).Content.Span));

    [Fact]
    public void Every_cut_body_is_nothing()
    {
        for (var length = 0; length < Body.Length - 2; length++)
        {
            Assert.Null(Multipart.Parse(Bytes(Body[..length]), "b1"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no multipart")]
    [InlineData("--b\r\n--b--")]
    [InlineData("--b--")]
    public void What_has_no_parts_is_nothing(string text) => Assert.Null(Multipart.Parse(Bytes(text)));

    [Fact]
    public void More_parts_or_headers_than_any_vendor_sends_are_nothing()
    {
        Assert.Null(Multipart.Parse(Bytes(string.Concat(Enumerable.Repeat("--b\r\n\r\nx\r\n", 101)) + "--b--")));
        Assert.Null(Multipart.Parse(Bytes("--b\r\n" + string.Concat(Enumerable.Repeat("X: y\r\n", 5000)) + "\r\nx\r\n--b--")));
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
