namespace Commerce.Agents.Domain.Catalog;

/// <summary>The variants that a command was about.</summary>
/// <param name="Parent">The product.</param>
/// <param name="Variants">The variants that were made, or read.</param>
/// <param name="Skipped">How many combinations existed before.</param>
/// <param name="Refusals">Every objection with its field; empty when the command was carried out.</param>
public sealed record VariantsAnswer(Sku Parent, IReadOnlyList<Variant> Variants, int Skipped, IReadOnlyList<Refusal> Refusals);
