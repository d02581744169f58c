using System.Text;

namespace Commerce.Marketplaces;

/// <summary>Who bought. Personal data: <see cref="ToString"/> shows nothing of it.</summary>
public sealed record MarketplaceBuyer
{
    /// <summary>Gets the marketplace's key of the buyer.</summary>
    public string? Id { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the full name.</summary>
    public string? Name { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the alias that forwards to the buyer's mailbox.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>Gets the language, such as <c>fr_FR</c>.</summary>
    public string? Locale { get; init => field = Guard.OptionalText(value, 20); }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("HasEmail = ").Append(Email is not null);
        return true;
    }
}
