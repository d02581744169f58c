namespace Commerce.Carriers.Tariffs;

/// <summary>What a file may cost. Real price lists are far below; what is above is a mistake or an attack.</summary>
internal static class ImportLimits
{
    internal const long MaxFileBytes = 50L * 1024 * 1024;
    internal const long MaxPdfBytes = 10L * 1024 * 1024;
    internal const long MaxUnpackedBytes = 500L * 1024 * 1024;
    internal const long MaxSharedTextBytes = 64L * 1024 * 1024;
    internal const int MaxCellText = 32_767;
    internal const long MaxPdfUnpackedBytes = 200L * 1024 * 1024;
    internal const int MaxRows = 500_000;
    internal const int MaxColumns = 256;
    internal const int MaxRecordBytes = 64 * 1024;
    internal const int MaxZipEntries = 1000;
    internal const int MaxPages = 500;
    internal const int MaxHeaderRows = 50;
    internal const int MaxListedErrors = 100;
    internal const int MaxShownValue = 50;

    internal static string Shown(string value) => value.Length <= MaxShownValue ? value : value[..MaxShownValue] + "…";

    internal static UnreadableFileException TooManyRows(string? sheet) =>
        new($"There are more than {MaxRows} rows: split the file.", sheet, MaxRows + 1);
}
