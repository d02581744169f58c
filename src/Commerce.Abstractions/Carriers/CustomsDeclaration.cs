namespace Commerce.Carriers;

/// <summary>What customs is told.</summary>
public sealed record CustomsDeclaration
{
    /// <summary>Gets the goods: 1 to 100 lines.</summary>
    public required IReadOnlyList<CustomsItem> Items
    {
        get;
        init
        {
            var items = Guard.NotEmpty(value, 100);
            if (items.Select(static item => item.UnitValue.Currency).Distinct().Count() > 1)
            {
                throw new ArgumentException("Items have several currencies: declare all of them in one.", nameof(Items));
            }

            field = items;
        }
    }

    /// <summary>Gets why the goods cross the border.</summary>
    public ExportReason Reason { get; init => field = Guard.NotDefault(value); } = ExportReason.Sale;

    /// <summary>Gets who pays duties and taxes.</summary>
    public Incoterm Incoterm { get; init => field = Guard.NotDefault(value); } = Incoterm.Dap;

    /// <summary>Gets the number of the commercial invoice; at most 35 characters.</summary>
    public string? InvoiceNumber { get; init => field = Guard.OptionalText(value, 35); }

    /// <summary>Gets the date of the commercial invoice.</summary>
    public DateOnly? InvoiceDate { get; init; }

    /// <summary>Gets what the buyer paid for transport, which customs adds to the value of the goods.</summary>
    public Money? ShippingCharge { get; init => field = value is null ? null : Guard.NotNegative(value.Value); }

    /// <summary>Gets a value indicating whether the parcel comes back when it cannot be delivered; it is abandoned otherwise.</summary>
    public bool ReturnIfUndeliverable { get; init; } = true;

    /// <summary>Gets the ids of papers that were uploaded before (<see cref="ITradeDocumentClient"/>).</summary>
    public IReadOnlyList<string> UploadedDocumentIds { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets the value of all goods.</summary>
    public Money TotalValue => Items.Aggregate(
        Money.Zero(Items[0].UnitValue.Currency), static (total, item) => total + (item.UnitValue * item.Quantity).Round());
}
