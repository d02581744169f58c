namespace Commerce.Carriers.Tariffs;

/// <summary>The weight bands of one service on one lane in one period, sorted.</summary>
internal sealed class PriceLane
{
    private readonly Band[] _bands;

    internal PriceLane(IEnumerable<TariffRow> rows) =>
        _bands = [.. rows.OrderBy(static row => row.From).Select(static row => new Band(row.From.Grams, row.To.Grams, row))];

    internal CountryCode? Origin => _bands[0].Row.Origin;

    internal CarrierService Service => _bands[0].Row.Service;

    internal Weight End => _bands[^1].Row.To;

    internal bool IsValidOn(DateOnly day) => _bands[0].Row.IsValidOn(day);

    internal TariffRow? Find(long grams)
    {
        var (low, high) = (0, _bands.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_bands[middle].From <= grams)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        if (high < 0)
        {
            return null;
        }

        ref readonly var band = ref _bands[high];
        return grams < band.To || (grams == band.To && high == _bands.Length - 1) ? band.Row : null;
    }

    private readonly record struct Band(long From, long To, TariffRow Row);
}
