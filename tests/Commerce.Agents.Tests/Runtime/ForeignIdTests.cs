using Commerce.Agents.Storage;
using Xunit;

namespace Commerce.Agents.Tests.Runtime;

public sealed class ForeignIdTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 28, 10, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void A_uuid_of_version_7_stays_as_it_is()
    {
        var id = Guid.CreateVersion7(At);

        Assert.Equal(id, ForeignId.Of("/shop", id.ToString("D"), At.AddYears(1)));
    }

    [Fact]
    public void Anything_else_becomes_the_same_uuid_of_version_8_each_time()
    {
        var id = ForeignId.Of("/shop", "order-1", At);

        Assert.Equal(8, id.Version);
        Assert.Equal(8, id.Variant & 0xC);
        Assert.Equal(id, ForeignId.Of("/shop", "order-1", At));
        Assert.StartsWith("01a22161-fe80-8", id.ToString(), StringComparison.Ordinal);
        Assert.Equal(8, ForeignId.Of("/shop", Guid.Parse("c56a4180-65aa-42ec-a945-5fd21dec0538").ToString(), At).Version);
    }

    [Fact]
    public void Source_id_and_time_tell_messages_apart()
    {
        var ids = new[]
        {
            ForeignId.Of("/shop", "order-1", At),
            ForeignId.Of("/shop", "order-2", At),
            ForeignId.Of("/other", "order-1", At),
            ForeignId.Of("/shop", "order-1", At.AddMilliseconds(1)),
        };

        Assert.Equal(4, ids.Distinct().Count());
        Assert.True(string.CompareOrdinal(ids[0].ToString(), ids[3].ToString()) < 0);
    }

    [Fact]
    public void A_time_before_1970_counts_as_1970() =>
        Assert.StartsWith("00000000-0000-8", ForeignId.Of("/shop", "1", DateTimeOffset.MinValue).ToString(), StringComparison.Ordinal);
}
