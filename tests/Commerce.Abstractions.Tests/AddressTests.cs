using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Tests;

public sealed class AddressTests
{
    [Fact]
    public void Lines_that_fit_stay_as_they_are() => Assert.Equal(["10 rue des Essais", "Bâtiment B"], Address("10 rue des Essais", "Bâtiment B").Fold(2, 20));

    [Fact]
    public void Lines_that_are_too_many_or_too_long_are_broken_between_words() =>
        Assert.Equal(["Résidence du Parc", "10 rue des Essais Bât B"], Address("Résidence du Parc", "10 rue des Essais", "Bât B").Fold(2, 25));

    [Fact]
    public void Address_without_room_is_not_cut()
    {
        Assert.Null(Address("Résidence du Parc de la Maison", "10 rue des Essais").Fold(2, 20));
        Assert.Null(Address("Donaudampfschifffahrtsgesellschaftsstraße 1").Fold(2, 20));
    }

    [Fact]
    public void Folding_never_loses_a_word()
    {
        var words = Gen.Choose(1, 12).Select(length => new string('a', length));
        var lines = words.NonEmptyListOf().Select(list => string.Join(' ', list.Take(7)));
        Prop.ForAll(lines.Three().ToArbitrary(), text =>
        {
            var address = Address(text.Item1, text.Item2, text.Item3);

            var folded = address.Fold(3, 35);

            return folded is null
                || (folded.Count <= 3 && folded.All(line => line.Length <= 35)
                    && string.Join(' ', folded) == string.Join(' ', address.EnumerateLines()));
        }).QuickCheckThrowOnFailure();
    }

    private static Address Address(string line1, string? line2 = null, string? line3 = null) => new()
    {
        Line1 = line1, Line2 = line2, Line3 = line3, City = "Lille", PostalCode = "59000", Country = CountryCode.France,
    };
}
