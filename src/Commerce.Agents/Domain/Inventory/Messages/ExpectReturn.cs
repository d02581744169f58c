namespace Commerce.Agents.Domain.Inventory;

/// <summary>Announces a return to the warehouses: any of them may receive it. Repeating it changes nothing. Answers with an <see cref="Answer"/>.</summary>
/// <param name="RmaId">The return.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The number that people use: 1 to 64 characters.</param>
/// <param name="Lines">What comes back: 1 to 200 products, each once.</param>
public sealed record ExpectReturn(Guid RmaId, OrderId OrderId, string Number, IReadOnlyList<ReturnedUnits> Lines) : IMessage;
