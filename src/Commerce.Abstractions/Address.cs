using System.Text;

namespace Commerce;

/// <summary>A postal address, without the person.</summary>
/// <remarks>Personal data: <see cref="ToString"/> shows the country and nothing else.</remarks>
public sealed record Address
{
    /// <summary>Gets the street and house number: 1 to 100 characters. Vendors allow 30 to 50; their limits are checked before the call.</summary>
    public required string Line1 { get; init => field = Guard.Text(value, 100); }

    /// <summary>Gets the second line, such as a building; at most 100 characters.</summary>
    public string? Line2 { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the third line, such as a locality; at most 100 characters.</summary>
    public string? Line3 { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the city: 1 to 100 characters.</summary>
    public required string City { get; init => field = Guard.Text(value, 100); }

    /// <summary>Gets the postal code as written in the country, at most 16 characters; empty where the country has none.</summary>
    public string PostalCode { get; init => field = Guard.OptionalText(value ?? "", 16)!; } = "";

    /// <summary>Gets the state, province or region, as a code where the country has codes; at most 64 characters.</summary>
    public string? Region { get; init => field = Guard.OptionalText(value, 64); }

    /// <summary>Gets the country.</summary>
    public required CountryCode Country { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the lines that are set, in order.</summary>
    public IEnumerable<string> EnumerateLines()
    {
        yield return Line1;
        if (!string.IsNullOrWhiteSpace(Line2))
        {
            yield return Line2;
        }

        if (!string.IsNullOrWhiteSpace(Line3))
        {
            yield return Line3;
        }
    }

    /// <summary>Folds the lines to what a label has room for: as they are when they fit, else joined, else broken anew between words.</summary>
    /// <param name="maxLines">How many lines: 1 or more.</param>
    /// <param name="maxLength">How many characters a line: 1 or more.</param>
    /// <returns>The lines, or <see langword="null"/> when no folding fits: nothing is ever cut off.</returns>
    public IReadOnlyList<string>? Fold(int maxLines, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLines, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        List<string> lines = [.. EnumerateLines()];
        return Fits(lines) ? lines
            : Join(lines) is var joined && Fits(joined) ? joined
            : Join(lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))) is var broken && Fits(broken) ? broken
            : null;

        bool Fits(List<string> candidate) => candidate.Count <= maxLines && candidate.TrueForAll(line => line.Length <= maxLength);

        List<string> Join(IEnumerable<string> parts)
        {
            var result = new List<string>();
            foreach (var part in parts)
            {
                if (result.Count > 0 && result[^1].Length + 1 + part.Length <= maxLength)
                {
                    result[^1] += " " + part;
                }
                else
                {
                    result.Add(part);
                }
            }

            return result;
        }
    }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Country = ").Append(Country);
        return true;
    }
}
