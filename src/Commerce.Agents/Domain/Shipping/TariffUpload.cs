using Commerce.Agents.Entities;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A price list that was uploaded.</summary>
public sealed record TariffUpload : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the carrier account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the carrier.</summary>
    public required CarrierCode Carrier { get; init; }

    /// <summary>Gets the name of the file.</summary>
    public required string File { get; init; }

    /// <summary>Gets what was found in it.</summary>
    public required TariffReport Report { get; init; }

    /// <summary>Gets what became of it.</summary>
    public required TariffUploadStatus Status { get; init; }

    /// <summary>Gets when it was uploaded.</summary>
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Gets the day from which it holds, when one was given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Gets who approved the change of prices.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Gets the number of the version that it became.</summary>
    public int? Version { get; init; }

    /// <summary>Gets when it became active.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }
}
