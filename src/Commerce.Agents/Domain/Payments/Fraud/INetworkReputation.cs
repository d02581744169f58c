using System.Net;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Knows bad network addresses. Register your own; by default those of <see cref="FraudOptions.BadNetworks"/>.</summary>
public interface INetworkReputation
{
    /// <summary>Tells whether an address is known for fraud.</summary>
    /// <param name="address">The address.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether it is. Any exception sends the order to a person.</returns>
    Task<bool> IsBadAsync(IPAddress address, CancellationToken cancellationToken = default);
}
