using System.Net;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Looks network addresses up in the options: the default.</summary>
/// <param name="options">The list.</param>
internal sealed class ListedNetworks(IOptions<PaymentAgentOptions> options) : INetworkReputation
{
    private readonly IReadOnlyList<IPNetwork> _networks = [.. options.Value.Fraud.BadNetworks.Select(Parse).OfType<IPNetwork>()];

    public Task<bool> IsBadAsync(IPAddress address, CancellationToken cancellationToken = default) =>
        Task.FromResult(_networks.Any(network => network.Contains(address)));

    /// <summary>Reads an address or a network; <see langword="null"/> when it is neither.</summary>
    internal static IPNetwork? Parse(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : null;
}
