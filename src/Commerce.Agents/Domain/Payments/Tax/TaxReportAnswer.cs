namespace Commerce.Agents.Domain.Payments;

/// <summary>A tax report, or why there is none.</summary>
/// <param name="Report">The report.</param>
/// <param name="Refusals">Every objection with its field; empty when there is a report.</param>
public sealed record TaxReportAnswer(TaxReport? Report, IReadOnlyList<Refusal> Refusals);
