namespace Commerce.Carriers.Tariffs;

/// <summary>A cell of a file: text, or a number or day that needs no reading.</summary>
internal readonly record struct TableCell(string Text, decimal? Number = null, DateOnly? Day = null)
{
    internal bool IsEmpty => Text.Length == 0;
}
