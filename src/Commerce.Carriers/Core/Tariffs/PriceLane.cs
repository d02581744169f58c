namespace Commerce.Carriers.Tariffs;

/// <summary>The weight bands of one service on one lane in one period, sorted.</summary>
internal sealed class PriceLane
{
    private readonly long[] _from;
    private readonly TariffRow[] _rows;

    internal PriceLane(IEnumerable<TariffRow> rows)
    {
        _rows = [.. rows.OrderBy(static row => row.From)];
        _from = [.. _rows.Select(static row => row.From.Grams)];
    }

    internal CarrierService Service => _rows[0].Service;

    internal Weight End => _rows[^1].To;

    internal bool IsValidOn(DateOnly day) => _rows[0].IsValidOn(day);

    internal TariffRow? Find(long grams)
    {
        var index = Array.BinarySearch(_from, grams);
        index = index < 0 ? ~index - 1 : index;
        if (index < 0)
        {
            return null;
        }

        var row = _rows[index];
        var isInside = grams < row.To.Grams || (grams == row.To.Grams && index == _rows.Length - 1);
        return isInside ? row : null;
    }
}
