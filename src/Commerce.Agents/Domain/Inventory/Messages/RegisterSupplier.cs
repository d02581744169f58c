namespace Commerce.Agents.Domain.Inventory;

/// <summary>Registers a supplier, or changes it.</summary>
/// <param name="Code">Its code: 1 to 32 characters.</param>
/// <param name="Name">The company's name: 1 to 200 characters.</param>
/// <param name="Currency">The currency of its prices.</param>
/// <param name="Rating">What people think of it: 0 to 10.</param>
/// <param name="IsActive">Whether it is bought from.</param>
public sealed record RegisterSupplier(string Code, string Name, Currency Currency, decimal Rating, bool IsActive = true) : IMessage;
