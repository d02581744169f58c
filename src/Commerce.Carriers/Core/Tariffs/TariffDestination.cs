using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Commerce.Carriers.Tariffs;

/// <summary>Where a price holds: everywhere, in a country, or in a zone of the tariff. Text form: <c>*</c>, <c>FR</c>, <c>zone:EU</c>.</summary>
[JsonConverter(typeof(ParsableJsonConverter<TariffDestination>))]
public readonly record struct TariffDestination : IParsable<TariffDestination>
{
    private const string ZonePrefix = "zone:";

    private TariffDestination(CountryCode? country, string? zone) => (Country, Zone) = (country, zone);

    /// <summary>Gets everywhere: the least specific.</summary>
    public static TariffDestination Any { get; }

    /// <summary>Gets the country, when it is one.</summary>
    public CountryCode? Country { get; }

    /// <summary>Gets the name of the zone, when it is one.</summary>
    public string? Zone { get; }

    /// <summary>Makes a country.</summary>
    /// <param name="country">The country.</param>
    /// <returns>The destination.</returns>
    public static TariffDestination To(CountryCode country) =>
        country == default ? throw new ArgumentException("The country was never set: give one.", nameof(country)) : new(country, null);

    /// <summary>Makes a zone; the case of its name does not count.</summary>
    /// <param name="name">The name that <see cref="TariffContract.Zones"/> explains.</param>
    /// <returns>The destination.</returns>
    public static TariffDestination ToZone(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(null, name.Trim().ToUpperInvariant());
    }

    /// <summary>Reads the text form.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The destination.</returns>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static TariffDestination Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException("A destination is written *, FR or zone:EU.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TariffDestination result)
    {
        result = default;
        if (s is "*")
        {
            return true;
        }

        if (s is not null && s.StartsWith(ZonePrefix, StringComparison.OrdinalIgnoreCase) && s.AsSpan(ZonePrefix.Length).Trim().Length > 0)
        {
            result = ToZone(s[ZonePrefix.Length..]);
            return true;
        }

        if (CountryCode.TryParse(s, null, out var country))
        {
            result = new(country, null);
            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Country?.Value ?? (Zone is null ? "*" : ZonePrefix + Zone);
}
