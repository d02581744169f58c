namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Which version of a template is the last.</summary>
public sealed record TemplateVersions
{
    /// <summary>Gets the version; 0 when none was saved.</summary>
    public int Version { get; init; }

    /// <summary>Gets its id.</summary>
    public Guid CurrentId { get; init; }
}
