using System.Text;

namespace Commerce.Marketplaces;

/// <summary>A paper of an order. Personal data: <see cref="ToString"/> shows its kind and size only.</summary>
public sealed record OrderDocument
{
    /// <summary>Gets the order.</summary>
    public required MarketplaceOrderId OrderId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets what it is.</summary>
    public required OrderDocumentKind Kind { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the name of the file with the ending: 1 to 200 characters.</summary>
    public required string FileName { get; init => field = Guard.Text(value, 200); }

    /// <summary>Gets the type of the file.</summary>
    /// <value>The default is <c>application/pdf</c>.</value>
    public string MediaType { get; init => field = Guard.Text(value, 100); } = "application/pdf";

    /// <summary>Gets the bytes: 1 or more; a marketplace limits how many, some at 2 MB.</summary>
    public required ReadOnlyMemory<byte> Content
    {
        get;
        init => field = value.Length > 0 ? value : throw new ArgumentException("Content is empty: give the bytes of the file.", nameof(Content));
    }

    /// <summary>Gets the number on the paper; at most 100 characters.</summary>
    public string? Number { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("OrderId = ").Append(OrderId).Append(", Kind = ").Append(Kind).Append(", Length = ").Append(Content.Length);
        return true;
    }
}
