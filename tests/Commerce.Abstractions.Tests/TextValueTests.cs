using System.Text.Json;
using Commerce.Carriers;
using Xunit;

namespace Commerce.Tests;

public sealed class TextValueTests
{
    [Theory]
    [InlineData("FRA", "FR", true)]
    [InlineData("fr", "FR", true)]
    [InlineData("CHE", "CH", false)]
    [InlineData("REU", "RE", false)]
    public void Countries_are_read_from_two_or_three_letters(string text, string expected, bool isEuropeanUnion)
    {
        var country = CountryCode.Parse(text);

        Assert.Equal(expected, country.Value);
        Assert.Equal(isEuropeanUnion, country.IsEuropeanUnion);
        Assert.Equal(country, CountryCode.Parse(country.Alpha3));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ZZ")]
    [InlineData("UK")]
    [InlineData("FRANCE")]
    public void A_country_that_is_not_assigned_is_refused(string text) => Assert.False(CountryCode.TryParse(text, null, out _));

    [Theory]
    [InlineData("+33 6 12-34.56 78", "+33612345678", true)]
    [InlineData("0033612345678", "+33612345678", true)]
    [InlineData("(01) 02 03 04 05", "0102030405", false)]
    public void Telephone_numbers_lose_their_separators(string text, string expected, bool isInternational)
    {
        var phone = PhoneNumber.Parse(text);

        Assert.Equal(expected, phone.Value);
        Assert.Equal(isInternational, phone.IsInternational);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("1234567890123456")]
    [InlineData("06 12 ext 4")]
    [InlineData("06+12345678")]
    public void What_is_no_telephone_number_is_refused(string text) => Assert.False(PhoneNumber.TryParse(text, null, out _));

    [Theory]
    [InlineData("a@b.fr", true)]
    [InlineData("a.b+c@sub.example.com", true)]
    [InlineData("a@b", false)]
    [InlineData("a b@c.fr", false)]
    [InlineData("a@b@c.fr", false)]
    [InlineData("@b.fr", false)]
    [InlineData("a@b.", false)]
    public void E_mail_addresses_have_the_everyday_shape(string text, bool isValid) =>
        Assert.Equal(isValid, EmailAddress.TryParse(text, null, out _));

    [Theory]
    [InlineData("")]
    [InlineData("order 1")]
    [InlineData("a@b.fr")]
    public void An_operation_key_has_no_blanks_and_no_personal_data_shape(string text)
    {
        Assert.False(OperationKey.TryParse(text, null, out _));
        Assert.ThrowsAny<ArgumentException>(() => new OperationKey(text));
    }

    [Fact]
    public void An_operation_key_has_at_most_64_characters()
    {
        Assert.Equal(64, new OperationKey(new string('k', 64)).Value.Length);
        Assert.Throws<ArgumentException>(() => new OperationKey(new string('k', 65)));
    }

    [Fact]
    public void An_unknown_word_of_an_open_enum_round_trips()
    {
        var json = JsonSerializer.Serialize(new TrackingStatus("beamed_up"));

        Assert.Equal("\"beamed_up\"", json);
        Assert.Equal(new TrackingStatus("beamed_up"), JsonSerializer.Deserialize<TrackingStatus>(json));
    }

    [Fact]
    public void Typed_ids_sort_by_time_and_round_trip_also_as_dictionary_keys()
    {
        var first = OrderId.New(new FixedClock(DateTimeOffset.UnixEpoch.AddDays(1)));
        var second = OrderId.New(new FixedClock(DateTimeOffset.UnixEpoch.AddDays(2)));
        var json = JsonSerializer.Serialize(new Dictionary<OrderId, Money> { [first] = Money.Eur(1.5m) });

        Assert.True(string.CompareOrdinal(first.ToString(), second.ToString()) < 0);
        Assert.Equal(7, first.Value.Version);
        Assert.Equal(Money.Eur(1.50m), JsonSerializer.Deserialize<Dictionary<OrderId, Money>>(json)![first]);
    }

    [Fact]
    public void A_wrong_text_in_json_is_a_json_error_that_names_the_type()
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>("\"12,90\""));

        Assert.Contains("Money", exception.Message, StringComparison.Ordinal);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
