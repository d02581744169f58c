using System.Text;
using Commerce.Agents.Storage;
using Xunit;

namespace Commerce.Agents.Tests.Runtime;

public sealed class AgentJsonTests
{
    private static readonly AgentJson Json = new(new Dictionary<string, Type> { ["Fragile"] = typeof(Fragile) }, []);

    [Fact]
    public void A_message_whose_own_code_throws_is_unreadable_and_nothing_more()
    {
        var body = Encoding.UTF8.GetBytes("""{"key":"secret"}""");

        var message = Assert.IsType<UnreadableMessage>(Json.Read("Fragile", body));

        Assert.Equal("The bytes are no Fragile: its constructor or converter throws InvalidOperationException.", message.Reason);
        Assert.Equal("Fragile", Json.NameOf(message));
        Assert.Equal(body, Json.Write(message));
    }

    [Fact]
    public void A_message_that_is_only_passed_on_keeps_its_name_and_bytes()
    {
        var body = Encoding.UTF8.GetBytes("no JSON at all");
        var message = new RawMessage("Unheard", body);

        Assert.Equal("Unheard", Json.NameOf(message));
        Assert.Equal(body, Json.Write(message));
    }

    private sealed record Fragile : IMessage
    {
        public Fragile(string key) => throw new InvalidOperationException(key);
    }
}
