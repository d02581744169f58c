namespace Commerce.Carriers.Tariffs;

/// <summary>A file that cannot be read at all, or must not be.</summary>
internal sealed class UnreadableFileException(string message, string? sheet = null, int? row = null, string? column = null, string? value = null)
    : Exception(message)
{
    internal TariffImportError ToError(string file) => new(file, Message, sheet, row, column, value);
}
