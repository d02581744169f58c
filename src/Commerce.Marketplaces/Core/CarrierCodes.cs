using Commerce.Carriers;

namespace Commerce.Marketplaces;

/// <summary>
/// What marketplaces call carriers. An account's own words come first, then its platform's, then those for all; a carrier without any is told by its name.
/// </summary>
/// <remarks>
/// The words for Amazon and eBay are those of their public lists of carriers; refurbed and Mirakl differ by account and operator: read them with
/// <see cref="ICarrierDirectory"/> and add them here. Cdiscount and Back Market take names.
/// </remarks>
public sealed class CarrierCodes
{
    private const int MaxCode = 100;

    private static readonly Dictionary<CarrierCode, string> Names = new()
    {
        [CarrierCode.Chronopost] = "Chronopost",
        [CarrierCode.Colissimo] = "Colissimo",
        [CarrierCode.ColisPrive] = "Colis Privé",
        [CarrierCode.Dpd] = "DPD",
        [CarrierCode.FedEx] = "FedEx",
        [CarrierCode.Ups] = "UPS",
    };

    private readonly Dictionary<CarrierCode, string> _all = [];
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

    /// <summary>Gets the accounts that have words of their own.</summary>
    public IEnumerable<string> Accounts => _accounts.Keys.Select(static key => key.Account).Distinct();

    /// <summary>Sets the word for all accounts that have none of their own or of their platform.</summary>
    /// <param name="carrier">The carrier.</param>
    /// <param name="code">The word, 1 to 100 characters.</param>
    /// <returns>This table.</returns>
    /// <exception cref="ArgumentException">The word is empty or too long.</exception>
    public CarrierCodes Set(CarrierCode carrier, string code)
    {
        _all[carrier] = Checked("all", carrier, code);
        return this;
    }

    /// <summary>Sets a platform's word.</summary>
    /// <param name="marketplace">The platform.</param>
    /// <param name="carrier">The carrier.</param>
    /// <param name="code">The word, 1 to 100 characters.</param>
    /// <returns>This table.</returns>
    /// <exception cref="ArgumentException">The word is empty or too long.</exception>
    public CarrierCodes Set(MarketplaceCode marketplace, CarrierCode carrier, string code)
    {
        _platforms[(marketplace, carrier)] = Checked(marketplace.Value, carrier, code);
        return this;
    }

    /// <summary>Sets an account's word.</summary>
    /// <param name="account">The account.</param>
    /// <param name="carrier">The carrier.</param>
    /// <param name="code">The word, 1 to 100 characters.</param>
    /// <returns>This table.</returns>
    /// <exception cref="ArgumentException">The account is empty, or the word is empty or too long.</exception>
    public CarrierCodes Set(string account, CarrierCode carrier, string code)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        _accounts[(account, carrier)] = Checked(account, carrier, code);
        return this;
    }

    /// <summary>Finds the word of an account.</summary>
    /// <param name="client">The account.</param>
    /// <param name="carrier">The carrier.</param>
    /// <returns>The word, or <see langword="null"/> when there is none: tell the name then.</returns>
    public string? Find(IMarketplaceClient client, CarrierCode carrier)
    {
        ArgumentNullException.ThrowIfNull(client);
        return _accounts.GetValueOrDefault((client.Account, carrier)) ?? _platforms.GetValueOrDefault((client.Marketplace, carrier)) ?? _all.GetValueOrDefault(carrier);
    }

    /// <summary>Gives the name of a carrier, as buyers know it.</summary>
    /// <param name="carrier">The carrier.</param>
    /// <returns>The name; the code itself for a carrier that is not known.</returns>
    public static string NameOf(CarrierCode carrier) => Names.GetValueOrDefault(carrier) ?? carrier.Value;

    private static string Checked(string owner, CarrierCode carrier, string code) =>
        !string.IsNullOrWhiteSpace(code) && code.Length <= MaxCode
            ? code
            : throw new ArgumentException($"CarrierCodes of {owner} has a word of {code?.Length ?? 0} characters for {carrier}: give 1 to {MaxCode}, and not only spaces.", nameof(code));
}
