namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What became of a quantity that a marketplace shall sell.</summary>
public enum OutboundStatus
{
    /// <summary>It was not answered yet.</summary>
    Waiting,

    /// <summary>The marketplace has taken it.</summary>
    Acknowledged,

    /// <summary>The marketplace has refused it; it is sent again with the next full push.</summary>
    Refused,
}
