namespace Commerce.Agents.Domain.Payments;

/// <summary>Calculates what credit notes take back. A pure function.</summary>
public static class TaxCredits
{
    /// <summary>Calculates the tax of a credit note, at the rates at which the order was taxed.</summary>
    /// <param name="calculation">The order's tax.</param>
    /// <param name="credited">What earlier credit notes took back.</param>
    /// <param name="lines">What this one takes back.</param>
    /// <returns>The lines with their tax, or what is not acceptable. A line that is taken back in parts gives back exactly its tax.</returns>
    public static Outcome<IReadOnlyList<TaxedLine>> Calculate(
        TaxCalculation calculation, IReadOnlyList<TaxedLine> credited, IReadOnlyList<TaxCreditLine> lines)
    {
        ArgumentNullException.ThrowIfNull(calculation);
        ArgumentNullException.ThrowIfNull(credited);
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 0 || lines.DistinctBy(static line => line.Id).Count() != lines.Count)
        {
            return Refused(RefusalCode.Validation, "Lines", "Lines is empty or names a line twice: give each line once.");
        }

        var result = new List<TaxedLine>();
        foreach (var line in lines)
        {
            if (calculation.Lines.FirstOrDefault(taxed => taxed.Id == line.Id) is not { } original)
            {
                return Refused(RefusalCode.NotFound, $"Lines[{line.Id}]", "The order has no such line: use the names of its calculation.");
            }

            if (line.Net.Currency != original.Base.Currency || line.Net.Amount <= 0 || line.Net.Round() != line.Net)
            {
                return Refused(
                    RefusalCode.Validation, $"Lines[{line.Id}].Net", $"The line takes {line.Net} back: give more than 0 {original.Base.Currency}, rounded to the currency.");
            }

            var (leftBase, leftTax) = credited.Where(earlier => earlier.Id == line.Id)
                .Aggregate((original.Base, original.Tax), static (left, earlier) => (left.Base - earlier.Base, left.Tax - earlier.Tax));
            if (line.Net > leftBase)
            {
                return Refused(RefusalCode.AmountExceeded, $"Lines[{line.Id}].Net", $"The line takes {line.Net} back and only {leftBase} is left: take no more than that.");
            }

            // The last part takes what is left, so that rounding never leaves a cent.
            var tax = (line.Net * original.Rate).Round();
            result.Add(new TaxedLine(line.Id, original.Rate, line.Net, line.Net == leftBase || tax > leftTax ? leftTax : tax));
        }

        return Outcome.Of<IReadOnlyList<TaxedLine>>(result);
    }

    private static Outcome<IReadOnlyList<TaxedLine>> Refused(RefusalCode code, string field, string text) =>
        Outcome.Refused<IReadOnlyList<TaxedLine>>(code, text, field);
}
