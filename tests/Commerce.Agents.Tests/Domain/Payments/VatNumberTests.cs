using Commerce.Agents.Domain.Payments;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Payments;

public sealed class VatNumberTests
{
    [Theory]
    [InlineData("ATU12345678", "AT")]
    [InlineData("BE0123456789", "BE")]
    [InlineData("BG123456789", "BG")]
    [InlineData("BG1234567890", "BG")]
    [InlineData("CY12345678X", "CY")]
    [InlineData("CZ12345678", "CZ")]
    [InlineData("CZ1234567890", "CZ")]
    [InlineData("DE123456789", "DE")]
    [InlineData("DK12345678", "DK")]
    [InlineData("EE123456789", "EE")]
    [InlineData("EL123456789", "GR")]
    [InlineData("ESA12345678", "ES")]
    [InlineData("ESX1234567X", "ES")]
    [InlineData("ES12345678X", "ES")]
    [InlineData("FI12345678", "FI")]
    [InlineData("FR40303265045", "FR")]
    [InlineData("FRXX303265045", "FR")]
    [InlineData("GB123456789", "GB")]
    [InlineData("GBGD123", "GB")]
    [InlineData("GBHA123", "GB")]
    [InlineData("HR12345678901", "HR")]
    [InlineData("HU12345678", "HU")]
    [InlineData("IE1234567X", "IE")]
    [InlineData("IE1X23456X", "IE")]
    [InlineData("IE1234567XX", "IE")]
    [InlineData("IT12345678901", "IT")]
    [InlineData("LT123456789", "LT")]
    [InlineData("LT123456789012", "LT")]
    [InlineData("LU12345678", "LU")]
    [InlineData("LV12345678901", "LV")]
    [InlineData("MT12345678", "MT")]
    [InlineData("NL123456789B01", "NL")]
    [InlineData("PL1234567890", "PL")]
    [InlineData("PT123456789", "PT")]
    [InlineData("RO12", "RO")]
    [InlineData("RO1234567890", "RO")]
    [InlineData("SE123456789012", "SE")]
    [InlineData("SI12345678", "SI")]
    [InlineData("SK1234567890", "SK")]
    [InlineData("XI123456789", "GB")]
    public void Each_country_has_its_form(string text, string country)
    {
        var read = VatNumbers.Read(text);

        Assert.Equal((country, text), (read.Value.Country.Value, read.Value.Value));
        Assert.DoesNotContain(text, read.Value.ToString(), StringComparison.Ordinal);
        Assert.False(VatNumbers.Read(text + "X1234567890").IsSuccess);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("FR")]
    [InlineData("DE12345678")]
    [InlineData("DE12345678X")]
    [InlineData("GR123456789")]
    [InlineData("US123456789")]
    [InlineData("BE2123456789")]
    [InlineData("NL123456789C01")]
    [InlineData("ES123456789")]
    [InlineData("RO1")]
    public void Other_forms_are_refused_without_being_repeated(string? text)
    {
        var refusal = VatNumbers.Read(text).Refusal!;

        Assert.Equal((RefusalCode.Validation, "VatNumber"), (refusal.Code, refusal.Field));
        Assert.True(string.IsNullOrEmpty(text) || text.Length < 4 || !refusal.Message.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void Blanks_dots_and_small_letters_are_brought_into_form() =>
        Assert.Equal("FR40303265045", VatNumbers.Read(" fr 40.303-265 045 ").Value.Value);
}
