namespace Commerce.Agents.Domain.Catalog;

/// <summary>What a medium is.</summary>
public enum ProductMediaKind
{
    /// <summary>A picture.</summary>
    Image,

    /// <summary>A film.</summary>
    Video,

    /// <summary>Pictures from all sides.</summary>
    Spin360,

    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>Another document.</summary>
    Document,
}
