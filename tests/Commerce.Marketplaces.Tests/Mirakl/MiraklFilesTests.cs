using System.Text;
using Commerce.Marketplaces.Mirakl;
using Xunit;

namespace Commerce.Marketplaces.Tests.Mirakl;

public sealed class MiraklFilesTests
{
    [Theory]
    [InlineData("\"offer-sku\";\"warehouse-code\";\"error-message\"\n\"LAMP-1\";\"LYON\";\"wrong\"\n", "wrong", null)]
    [InlineData("\"offer-sku\";\"error-message\"\n\"LAMP-1\";\"wrong\"\n", "wrong", "wrong")]
    public void An_error_speaks_of_one_warehouse_when_the_report_names_it_and_of_the_sku_otherwise(string report, string? inLyon, string? inLille)
    {
        var errors = MiraklFiles.Errors(Encoding.UTF8.GetBytes(report));

        Assert.Equal(inLyon, MiraklFiles.ErrorOf(errors, new OfferKey(new("LAMP-1"), Warehouse: "LYON")));
        Assert.Equal(inLille, MiraklFiles.ErrorOf(errors, new OfferKey(new("LAMP-1"), Warehouse: "LILLE")));
    }
}
