using Xunit;

namespace Commerce.Tests;

public sealed class OutcomeTests
{
    [Fact]
    public void A_refusal_has_no_value_and_says_why()
    {
        var outcome = Outcome.Refused<string>(RefusalCode.NotFound, "There is no order 7.", "OrderId");

        Assert.False(outcome.IsSuccess);
        Assert.Equal("OrderId", outcome.Refusal?.Field);
        Assert.Contains("There is no order 7.", Assert.Throws<InvalidOperationException>(() => outcome.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mapping_keeps_a_refusal()
    {
        var refused = Outcome.Refused<string>(RefusalCode.Conflict, "Somebody was faster.").Map(text => text + "!");

        Assert.Equal(RefusalCode.Conflict, refused.Refusal?.Code);
        Assert.Equal("yes!", Outcome.Of("yes").Map(text => text + "!").Value);
    }
}
