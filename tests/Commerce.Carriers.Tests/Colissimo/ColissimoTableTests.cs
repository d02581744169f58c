using Commerce.Carriers.Colissimo;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Carriers.Tests.Colissimo;

public sealed class ColissimoTableTests
{
    [Fact]
    public void Every_code_of_the_table_is_read_as_it_was_claimed()
    {
        Assert.Equal(337, ColissimoStatus.Codes.Count);
        Snapshot.Match(string.Join('\n', ColissimoStatus.Codes.Order(StringComparer.Ordinal).Select(
            static code => $"{code} {ColissimoStatus.Of(code)?.Value ?? "-"} {ColissimoStatus.IncidentOf(code)?.Value ?? "-"}")));
    }

    [Fact]
    public void Code_of_the_file_interface_is_the_same_code() => Assert.Equal(TrackingStatus.Delivered, ColissimoStatus.Of("LIV_CFM"));

    [Theory]
    [InlineData("ZZZZZZ")]
    [InlineData("")]
    public void Unheard_code_is_unknown(string code)
    {
        Assert.Equal(TrackingStatus.Unknown, ColissimoStatus.Of(code));
        Assert.Null(ColissimoStatus.IncidentOf(code));
    }

    [Fact]
    public void Every_label_that_is_declared_has_a_word_of_its_own()
    {
        var words = ColissimoCapabilities.Value.Labels.Select(ColissimoLabels.WordOf).ToList();

        Assert.Equal(12, words.OfType<string>().Distinct().Count());
    }
}
