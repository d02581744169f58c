namespace Commerce.Agents.Domain.Payments;

/// <summary>What can be blocked.</summary>
public enum BlockedKind
{
    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A network address: IP version 4 or 6.</summary>
    NetworkAddress,

    /// <summary>A device, by the shop's fingerprint of it.</summary>
    Device,

    /// <summary>A card or another payment method, by the gateway's fingerprint of it.</summary>
    Card,

    /// <summary>A phone number, international with a leading <c>+</c>.</summary>
    Phone,
}
