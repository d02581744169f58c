namespace Commerce.Carriers.Tariffs;

/// <summary>A row of a file, with where it is. Its cells are only valid until the next row.</summary>
internal readonly record struct TableRow(string? Sheet, int Number, IReadOnlyList<TableCell> Cells)
{
    internal TableCell this[int column] => column < Cells.Count ? Cells[column] : new TableCell("");

    internal bool IsEmpty => Cells.All(static cell => cell.IsEmpty);
}
