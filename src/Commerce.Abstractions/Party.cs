namespace Commerce;

/// <summary>A sender, a recipient, a buyer: contact and address, and what customs asks of them.</summary>
public sealed record Party
{
    /// <summary>Gets who it is. A name or a company is needed.</summary>
    public required Contact Contact
    {
        get;
        init
        {
            Guard.NotNull(value);
            if (value.DisplayName.Length == 0)
            {
                throw new ArgumentException("Contact has neither a name nor a company: give one of them.", nameof(Contact));
            }

            field = value;
        }
    }

    /// <summary>Gets where it is.</summary>
    public required Address Address { get; init => field = Guard.NotNull(value); }

    /// <summary>Gets the EORI number that EU and UK customs ask of exporters and importers; at most 17 characters.</summary>
    public string? Eori { get; init => field = Guard.OptionalText(value, 17); }

    /// <summary>Gets the VAT number; at most 20 characters.</summary>
    public string? VatNumber { get; init => field = Guard.OptionalText(value, 20); }

    /// <summary>Gets a value indicating whether the address is a home; carriers price and deliver homes differently.</summary>
    /// <value>The default is whether no company is given.</value>
    public bool IsResidential
    {
        get => field || string.IsNullOrWhiteSpace(Contact.Company);

        // What follows from the contact anyway is not kept, so that a stored party comes back equal to the one that was written.
        init => field = value && (Contact is null || !string.IsNullOrWhiteSpace(Contact.Company));
    }
}
