namespace Commerce.Carriers.Labels;

/// <summary>How labels lie on an A4 page.</summary>
public sealed record LabelSheet
{
    /// <summary>Gets four A6 labels on a page.</summary>
    public static LabelSheet FourOnA4 { get; } = new(2, 2);

    /// <summary>Gets two A5 labels on a page.</summary>
    public static LabelSheet TwoOnA4 { get; } = new(1, 2);

    /// <summary>Creates a sheet.</summary>
    /// <param name="columns">Labels beside each other: 1 to 4.</param>
    /// <param name="rows">Labels below each other: 1 to 8.</param>
    public LabelSheet(int columns, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, 8);
        (Columns, Rows) = (columns, rows);
    }

    /// <summary>Gets how many labels lie beside each other.</summary>
    public int Columns { get; }

    /// <summary>Gets how many labels lie below each other.</summary>
    public int Rows { get; }

    /// <summary>Gets how many places of the first page are used already: 0 to one less than the places of a page.</summary>
    /// <value>The default is 0.</value>
    public int UsedPlaces
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, Columns * Rows);
            field = value;
        }
    }
}
