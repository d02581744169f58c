using System.Text.Json;
using System.Xml.Linq;
using Xunit;
using Xunit.Sdk;

namespace Commerce.VendorContracts.Examples;

/// <summary>The checker itself, on readers of a few lines.</summary>
public sealed class ExampleAnswersTests
{
    private static readonly byte[] Json = """{"name":"lamp","tags":[{"text":"new"},{"text":"blue"}],"price":{"amount":12.5,"vat":null},"sold":true}"""u8.ToArray();
    private static readonly byte[] Xml = "<a><body><name>lamp</name><tag>new</tag><tag>blue</tag></body></a>"u8.ToArray();

    [Fact]
    public async Task Reader_of_every_value_passes() => Assert.NotNull(await ExampleAnswers.ReadWithoutLossAsync(Json, body => Task.FromResult<object?>(
        JsonDocument.Parse(body).RootElement.ToString())));

    [Fact]
    public async Task Value_that_is_not_read_is_named()
    {
        var failure = await Assert.ThrowsAsync<TrueException>(() => ExampleAnswers.ReadWithoutLossAsync(Json, body => Task.FromResult<object?>(
            new { Name = JsonDocument.Parse(body).RootElement.GetProperty("name").GetString() })));

        Assert.Contains("3 of 4 values are lost:\nprice.amount\nsold\ntags.text", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waived_value_passes_and_an_idle_waiver_does_not()
    {
        Task<object?> ReadAsync(byte[] body) => Task.FromResult<object?>(new
        {
            Name = JsonDocument.Parse(body).RootElement.GetProperty("name").GetString(),
            Tags = JsonDocument.Parse(body).RootElement.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("text").GetString()).ToList(),
            Sold = JsonDocument.Parse(body).RootElement.GetProperty("sold").GetBoolean(),
        });

        await ExampleAnswers.ReadWithoutLossAsync(Json, ReadAsync, new Waiver("price.**", "not for sale"));
        var failure = await Assert.ThrowsAsync<TrueException>(() =>
            ExampleAnswers.ReadWithoutLossAsync(Json, ReadAsync, new Waiver("price.**", "not for sale"), new Waiver("name", "read after all")));

        Assert.Contains("These waivers waive nothing: name", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Xml_is_judged_alike()
    {
        var failure = await Assert.ThrowsAsync<TrueException>(() => ExampleAnswers.ReadWithoutLossAsync(Xml, body => Task.FromResult<object?>(
            XElement.Load(new MemoryStream(body)).Descendants("name").Single().Value)));

        Assert.Contains("1 of 2 values are lost:\ntag", failure.Message, StringComparison.Ordinal);
    }
}
