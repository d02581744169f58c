namespace Commerce.Carriers.Tariffs;

/// <summary>One thing that is wrong with a price list.</summary>
/// <param name="Kind">What.</param>
/// <param name="Message">Where, and what to do.</param>
/// <param name="Row">The row, counted from 0; <see langword="null"/> when it is about the whole list.</param>
public sealed record TariffIssue(TariffIssueKind Kind, string Message, int? Row = null)
{
    /// <summary>Gets a value indicating whether it forbids activation; else it is a warning.</summary>
    public bool IsError => Kind < TariffIssueKind.Gap;
}
