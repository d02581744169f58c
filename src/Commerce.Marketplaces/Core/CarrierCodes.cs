using Commerce.Carriers;

namespace Commerce.Marketplaces;

/// <summary>
/// What marketplaces call carriers. An account's own words come first, then its platform's; a carrier without any is told by its name.
/// </summary>
/// <remarks>
/// The words for Amazon and eBay are those of their public lists of carriers; refurbed and Mirakl differ by account and operator: read them with
/// <see cref="ICarrierDirectory"/> and add them here. Cdiscount and Back Market take names.
/// </remarks>
public sealed class CarrierCodes
{
    private static readonly Dictionary<CarrierCode, string> Names = new()
    {
        [CarrierCode.Chronopost] = "Chronopost",
        [CarrierCode.Colissimo] = "Colissimo",
        [CarrierCode.ColisPrive] = "Colis Privé",
        [CarrierCode.Dpd] = "DPD",
        [CarrierCode.FedEx] = "FedEx",
        [CarrierCode.Ups] = "UPS",
    };

    private readonly Dictionary<(MarketplaceCode Marketplace, CarrierCode Carrier), string> _platforms = [];
    private readonly Dictionary<(string Account, CarrierCode Carrier), string> _accounts = [];

    /// <summary>Creates the table.</summary>
    public CarrierCodes()
    {
        foreach (var marketplace in (MarketplaceCode[])[MarketplaceCode.Amazon, MarketplaceCode.Ebay])
        {
            foreach (var (carrier, name) in Names)
            {
                _platforms[(marketplace, carrier)] = name;
            }
        }

        // Amazon writes it without the accent.
        _platforms[(MarketplaceCode.Amazon, CarrierCode.ColisPrive)] = "Colis Prive";
    }

    /// <summary>Sets a platform's word.</summary>
    /// <param name="marketplace">The platform.</param>
    /// <param name="carrier">The carrier.</param>
    /// <param name="code">The word, 1 to 100 characters.</param>
    /// <returns>This table.</returns>
    public CarrierCodes Set(MarketplaceCode marketplace, CarrierCode carrier, string code)
    {
        _platforms[(marketplace, carrier)] = Checked(code);
        return this;
    }

    /// <summary>Sets an account's word.</summary>
    /// <param name="account">The account.</param>
    /// <param name="carrier">The carrier.</param>
    /// <param name="code">The word, 1 to 100 characters.</param>
    /// <returns>This table.</returns>
    public CarrierCodes Set(string account, CarrierCode carrier, string code)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        _accounts[(account, carrier)] = Checked(code);
        return this;
    }

    /// <summary>Finds the word of an account.</summary>
    /// <param name="client">The account.</param>
    /// <param name="carrier">The carrier.</param>
    /// <returns>The word, or <see langword="null"/> when there is none: tell the name then.</returns>
    public string? Find(IMarketplaceClient client, CarrierCode carrier)
    {
        ArgumentNullException.ThrowIfNull(client);
        return _accounts.GetValueOrDefault((client.Account, carrier)) ?? _platforms.GetValueOrDefault((client.Marketplace, carrier));
    }

    /// <summary>Gives the name of a carrier, as buyers know it.</summary>
    /// <param name="carrier">The carrier.</param>
    /// <returns>The name; the code itself for a carrier that is not known.</returns>
    public static string NameOf(CarrierCode carrier) => Names.GetValueOrDefault(carrier) ?? carrier.Value;

    private static string Checked(string code)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return code.Length <= 100 ? code : throw new ArgumentException($"The code has {code.Length} characters: give at most 100.", nameof(code));
    }
}
