using System.Text;

namespace Commerce;

/// <summary>Who is at an address: a person, a company, or both.</summary>
/// <remarks>Personal data: <see cref="ToString"/> shows nothing of it.</remarks>
public sealed record Contact
{
    /// <summary>Gets the person's full name; at most 100 characters. A name or a company is needed.</summary>
    public string? Name { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the company; at most 100 characters.</summary>
    public string? Company { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the telephone number.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>Gets the e-mail address, or a marketplace's alias for it.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>Gets the company when there is one, else the person's name, else an empty text.</summary>
    public string DisplayName => string.IsNullOrWhiteSpace(Company) ? Name ?? "" : Company;

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("IsCompany = ").Append(!string.IsNullOrWhiteSpace(Company));
        return true;
    }
}
