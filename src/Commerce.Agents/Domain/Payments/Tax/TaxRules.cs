using System.Globalization;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Decides by which rule a sale is taxed, and calculates the tax. A pure function.</summary>
public static class TaxRules
{
    /// <summary>Calculates the tax of a sale.</summary>
    /// <param name="request">The sale, with all that decides on its tax.</param>
    /// <param name="options">Rates and limits.</param>
    /// <returns>The tax with the reason, or what of the sale is not acceptable. A place without known rates is refused, never taxed with 0 % by mistake.</returns>
    public static Outcome<TaxCalculation> Calculate(TaxRequest request, TaxOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        if (Check(request.Sale) is { } refusal)
        {
            return Outcome.Refused<TaxCalculation>(refusal);
        }

        request = request with { Sale = request.Sale with { ShipTo = Territory(request.Sale.ShipTo) }, SellerCountry = Territory(request.SellerCountry) };
        var (sale, seller) = (request.Sale, request.SellerCountry);
        var destination = TaxJurisdiction.CodeOf(sale.ShipTo, sale.State);
        if (sale.CollectedBy is { } marketplace)
        {
            return Untaxed(request, options, destination, TaxTreatment.CollectedByMarketplace, "The marketplace counts as the seller and pays the tax.")
                .Map(calculation => calculation with { CollectedBy = marketplace });
        }

        if (seller.IsEuropeanUnion && !sale.ShipTo.IsEuropeanUnion)
        {
            return Untaxed(request, options, seller.Value, TaxTreatment.Export, $"The goods leave the European Union for {sale.ShipTo}; keep a proof of it.")
                .Map(static calculation => calculation with { NeedsExportProof = true });
        }

        if (request.Exemptions.FirstOrDefault(exemption => exemption.Covers(sale.ShipTo, sale.State, request.Date)) is { } exempt)
        {
            return Untaxed(request, options, destination, TaxTreatment.Exempt, $"The buyer holds the exemption {exempt.Id} for {exempt.Jurisdiction}.");
        }

        if (seller.IsEuropeanUnion && sale.ShipTo != seller)
        {
            return Distance(request, options);
        }

        if (Find(options, sale.ShipTo, sale.State, request.Date) is { } jurisdiction)
        {
            return Taxed(request, jurisdiction, TaxTreatment.Destination, $"Delivered to {destination}: taxed at the rates of {jurisdiction.Code}.");
        }

        return options.UntaxedCountries.Contains(sale.ShipTo)
            ? Untaxed(request, options, destination, TaxTreatment.NotTaxed, $"No tax is collected in {sale.ShipTo}.")
            : Unknown(sale.ShipTo, request.Date, "ShipTo");
    }

    /// <summary>Finds the country whose tax law holds in a place: Monaco's is that of France, the Isle of Man's that of the United Kingdom (directive 2006/112/EC, article 7).</summary>
    internal static CountryCode Territory(CountryCode country) => country.Value switch
    {
        "MC" => CountryCode.France,
        "IM" => CountryCode.UnitedKingdom,
        _ => country,
    };

    /// <summary>Taxes a sale from one member state to another.</summary>
    private static Outcome<TaxCalculation> Distance(TaxRequest request, TaxOptions options)
    {
        var (sale, seller) = (request.Sale, request.SellerCountry);
        var doubt = "";
        if (sale.IsBusiness)
        {
            doubt = Doubt(request, options);
            if (doubt.Length == 0)
            {
                return Untaxed(
                    request, options, seller.Value, TaxTreatment.ReverseCharge, "The buyer is a business with a valid VAT number of another member state and owes the tax.");
            }
        }

        if (request.EuroRate is not { } rate)
        {
            return Outcome.Refused<TaxCalculation>(
                RefusalCode.NotSupported, $"There is no rate from {sale.Lines[0].Net.Currency} to euros: set EuroRates.", "Lines");
        }

        var home = Find(options, seller, null, request.Date);
        var isSmall = !sale.IsTaxedAtDestination && request.DistanceSales + (Net(sale, home) * rate) <= options.DistanceSalesLimit && request.DistanceSalesLastYear <= options.DistanceSalesLimit;
        var (country, state) = isSmall ? (seller, null) : (sale.ShipTo, sale.State);
        if (Find(options, country, state, request.Date) is not { } jurisdiction)
        {
            return Unknown(country, request.Date, "ShipTo");
        }

        var limit = options.DistanceSalesLimit.ToString(CultureInfo.InvariantCulture);
        return Taxed(
            request,
            jurisdiction,
            isSmall ? TaxTreatment.Origin : TaxTreatment.Destination,
            (sale.IsTaxedAtDestination ? $"Sales to other member states are taxed there: at the rates of {jurisdiction.Code}."
                : isSmall
                ? $"Sales to other member states are not above {limit} EUR a year: taxed at the rates of {jurisdiction.Code}."
                : $"Sales to other member states are above {limit} EUR a year: taxed at the rates of {jurisdiction.Code}.") + doubt)
            .Map(calculation => calculation with { DistanceSale = calculation.Base.Amount * rate });
    }

    /// <summary>Says why a business is taxed like a consumer; an empty text when it is not.</summary>
    private static string Doubt(TaxRequest request, TaxOptions options)
    {
        if (request.Sale.VatNumber is not { } text)
        {
            return " The business gave no VAT number.";
        }

        if (!VatNumbers.Read(text).TryGet(out var number, out _))
        {
            return " The VAT number of the business has not the form of its country.";
        }

        return !number.Country.IsEuropeanUnion || number.Country == request.SellerCountry
            ? " The VAT number of the business is not of another member state."
            : request.VatNumber switch
            {
                null or { HasFailed: true } => " The VAT number of the business could not be checked.",
                { IsValid: false } => " The VAT number of the business is not valid.",
                { IsFormatOnly: true } when !options.IsVatFormatEnough => " Only the form of the VAT number was checked, which is not enough.",
                _ => "",
            };
    }

    private static TaxJurisdiction? Find(TaxOptions options, CountryCode country, string? state, DateOnly date) => options.Jurisdictions
        .Where(jurisdiction => jurisdiction.Country == country && jurisdiction.IsValidOn(date)
            && (string.IsNullOrWhiteSpace(jurisdiction.State) || jurisdiction.Code == TaxJurisdiction.CodeOf(country, state)))
        .OrderByDescending(static jurisdiction => jurisdiction.Code.Length)
        .ThenByDescending(static jurisdiction => jurisdiction.ValidFrom)
        .FirstOrDefault();

    private static Outcome<TaxCalculation> Taxed(TaxRequest request, TaxJurisdiction jurisdiction, TaxTreatment treatment, string reason) =>
        Lines(request, jurisdiction).Map(lines => Result(request, jurisdiction.Code, treatment, lines, reason));

    /// <summary>Leaves the lines without tax; that of the seller's country is taken out of prices that include it.</summary>
    private static Outcome<TaxCalculation> Untaxed(TaxRequest request, TaxOptions options, string jurisdiction, TaxTreatment treatment, string reason)
    {
        if (!request.Sale.PricesIncludeTax)
        {
            return Outcome.Of(Result(request, jurisdiction, treatment, [.. request.Sale.Lines.Select(static line => Without(line.Id, line.Net))], reason));
        }

        if (Find(options, request.SellerCountry, null, request.Date) is { } home)
        {
            return Lines(request, home).Map(lines => Result(
                request, jurisdiction, treatment, [.. lines.Select(static line => Without(line.Id, line.Base))], reason));
        }

        return options.UntaxedCountries.Contains(request.SellerCountry)
            ? Untaxed(request with { Sale = request.Sale with { PricesIncludeTax = false } }, options, jurisdiction, treatment, reason)
            : Unknown(request.SellerCountry, request.Date, "SellerCountry");
    }

    private static TaxedLine Without(string id, Money net) => new(id, 0, net, Money.Zero(net.Currency));

    private static Outcome<List<TaxedLine>> Lines(TaxRequest request, TaxJurisdiction jurisdiction)
    {
        var lines = new List<TaxedLine>();
        foreach (var line in request.Sale.Lines)
        {
            if (jurisdiction.RateOf(line.Class) is not { } rate)
            {
                return Outcome.Refused<List<TaxedLine>>(
                    RefusalCode.NotSupported, $"{jurisdiction.Code} has no {line.Class} rate on {request.Date:O}: add it to Tax.Jurisdictions.", $"Lines[{line.Id}].Class");
            }

            lines.Add(Taxed(request.Sale, line, rate));
        }

        return Outcome.Of(lines);
    }

    /// <summary>Taxes a line: the tax is rounded once, and what is left of a price that includes it is taxed.</summary>
    private static TaxedLine Taxed(CalculateTax sale, TaxLine line, decimal rate)
    {
        var amount = line.Net.Amount * rate;
        var tax = new Money(sale.PricesIncludeTax ? amount / (1 + rate) : amount, line.Net.Currency).Round();
        return new TaxedLine(line.Id, rate, sale.PricesIncludeTax ? line.Net - tax : line.Net, tax);
    }

    private static TaxCalculation Result(
        TaxRequest request, string jurisdiction, TaxTreatment treatment, List<TaxedLine> lines, string reason)
    {
        var zero = Money.Zero(lines[0].Base.Currency);
        return new TaxCalculation
        {
            Id = request.Sale.OrderId.Value,
            OrderId = request.Sale.OrderId,
            Seller = request.Sale.Seller,
            Date = request.Date,
            Jurisdiction = jurisdiction,
            Treatment = treatment,
            Lines = lines,
            Base = lines.Aggregate(zero, static (sum, line) => sum + line.Base),
            Tax = lines.Aggregate(zero, static (sum, line) => sum + line.Tax),
            Reason = reason,
        };
    }

    private static Outcome<TaxCalculation> Unknown(CountryCode country, DateOnly date, string field) => Outcome.Refused<TaxCalculation>(
        RefusalCode.NotSupported, $"The tax rates of {country} on {date:O} are not known: add them to Tax.Jurisdictions.", field);

    /// <summary>Adds up what the lines cost without the tax of a place; a rate that is not known is refused where it is charged.</summary>
    private static decimal Net(CalculateTax sale, TaxJurisdiction? place) =>
        sale.Lines.Sum(line => Taxed(sale, line, place?.RateOf(line.Class) ?? 0).Base.Amount);

    private static Refusal? Check(CalculateTax sale)
    {
        if (sale.ShipTo == default)
        {
            return Refusals.Invalid("ShipTo", "ShipTo is empty: give the country of delivery.");
        }

        if (sale.Lines.Count == 0)
        {
            return Refusals.Invalid("Lines", "Lines is empty: give at least one line.");
        }

        if (sale is { PricesIncludeTax: true, CollectedBy: not null })
        {
            return Refusals.Invalid("PricesIncludeTax", "The marketplace pays the tax: give the lines without it.");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in sale.Lines)
        {
            if (string.IsNullOrWhiteSpace(line.Id) || !ids.Add(line.Id))
            {
                return Refusals.Invalid("Lines", $"The line \"{line.Id}\" has no name of its own: give each line one.");
            }

            if (line.Net.Currency == default || line.Net.Currency != sale.Lines[0].Net.Currency)
            {
                return Refusals.Invalid($"Lines[{line.Id}].Net", $"The line is in \"{line.Net.Currency}\": give all lines in one currency.");
            }

            if (line.Net.Amount < 0 || line.Net.Round() != line.Net)
            {
                return Refusals.Invalid($"Lines[{line.Id}].Net", $"The line costs {line.Net}: give 0 or more, rounded to the currency.");
            }
        }

        return null;
    }
}
