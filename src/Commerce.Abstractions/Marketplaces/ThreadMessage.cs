using System.Text;

namespace Commerce.Marketplaces;

/// <summary>One message. Personal data: <see cref="ToString"/> does not show the words.</summary>
public sealed record ThreadMessage
{
    /// <summary>Gets the marketplace's key.</summary>
    public required string Id { get; init => field = Guard.Text(value, 200); }

    /// <summary>Gets who wrote it.</summary>
    public required MessageParty From { get; init; }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the words, as the marketplace gives them: text or HTML.</summary>
    public required string Body { get; init => field = Guard.OptionalText(value ?? "", 100_000)!; }

    /// <summary>Gets the marketplace's keys of attached files.</summary>
    public IReadOnlyList<string> AttachmentIds { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets a value indicating whether the buyer does not see it.</summary>
    public bool IsInternal { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", From = ").Append(From);
        return true;
    }
}
