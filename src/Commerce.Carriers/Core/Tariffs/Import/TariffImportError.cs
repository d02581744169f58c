namespace Commerce.Carriers.Tariffs;

/// <summary>Why a file, or one of its rows, cannot be taken.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="Sheet">The sheet of a workbook, or the page of a document.</param>
/// <param name="Row">The row or line, counted from 1 as editors count; <see langword="null"/> when it is about the whole file.</param>
/// <param name="Column">The heading of the column, or its letter.</param>
/// <param name="Value">The value that was found, at most 50 characters of it.</param>
public sealed record TariffImportError(string File, string Message, string? Sheet = null, int? Row = null, string? Column = null, string? Value = null)
{
    /// <inheritdoc/>
    public override string ToString() => string.Concat(
        File,
        Sheet is null ? "" : $", {Sheet}",
        Row is null ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $", row {Row}"),
        Column is null ? "" : $", column {Column}",
        Value is null ? "" : $", \"{Value}\"",
        ": ",
        Message);
}
