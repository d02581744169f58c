namespace Commerce.Marketplaces.Refurbed;

/// <summary>A market of Refurbed.</summary>
/// <param name="Code">Its code as Refurbed writes it, which is the <c>Channel</c> of prices: <c>de</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="HasSite">Whether there is a site of Refurbed for it.</param>
public sealed record RefurbedMarket(string Code, string Name, Currency? Currency, bool HasSite);
