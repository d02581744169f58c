using Commerce.Marketplaces;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Finds the clients of accounts, and checks their names.</summary>
internal static class MarketplaceAccounts
{
    internal static IMarketplaceClient Marketplace(this IServiceProvider services, string account) => services.GetRequiredKeyedService<IMarketplaceClient>(account);

    internal static void RequireAccount(this Refusals refusals, MarketplacesOptions options, string account) => refusals.Require(
        options.Accounts.Contains(account), "Account", $"The account {account} is not served: give one of {string.Join(", ", options.Accounts)}.");
}
