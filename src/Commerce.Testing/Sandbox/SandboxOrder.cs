namespace Commerce.Testing.Sandbox;

/// <summary>An order to put into a marketplace of the sandbox, with invented data.</summary>
public sealed record SandboxOrder
{
    /// <summary>Gets the order's key, in the form that the marketplace uses; the sandbox makes one up when not given.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the lines: SKU, quantity and price of one, tax included.</summary>
    public required IReadOnlyList<(string Sku, int Quantity, decimal UnitPrice)> Lines { get; init; }

    /// <summary>Gets the shipping, charged on the first line.</summary>
    public decimal Shipping { get; init; } = 4.90m;

    /// <summary>Gets the buyer's first name.</summary>
    public string FirstName { get; init; } = "Zoé";

    /// <summary>Gets the buyer's last name.</summary>
    public string LastName { get; init; } = "Martin";

    /// <summary>Gets the street.</summary>
    public string Street { get; init; } = "5 avenue du Test";

    /// <summary>Gets the city.</summary>
    public string City { get; init; } = "Lyon";

    /// <summary>Gets the postal code.</summary>
    public string PostalCode { get; init; } = "69002";
}
