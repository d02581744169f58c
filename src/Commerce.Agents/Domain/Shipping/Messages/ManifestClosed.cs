namespace Commerce.Agents.Domain.Shipping;

/// <summary>The day with a carrier was closed.</summary>
/// <param name="Account">The carrier account.</param>
/// <param name="Date">The day of hand-over.</param>
/// <param name="Numbers">The carrier's numbers of the lists, where it gives any.</param>
/// <param name="Documents">The names of the documents in the <see cref="ILabelStore"/>.</param>
public sealed record ManifestClosed(string Account, DateOnly Date, IReadOnlyList<string> Numbers, IReadOnlyList<string> Documents) : IMessage;
