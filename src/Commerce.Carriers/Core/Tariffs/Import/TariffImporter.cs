namespace Commerce.Carriers.Tariffs;

/// <summary>Reads files of any format within fixed limits of memory.</summary>
internal static class TariffImporter
{
    private const int CopyBuffer = 128 * 1024;

    internal static async Task<TariffReading> ReadAsync(
        TariffFile file, TariffMapping mapping, TariffContract contract, CancellationToken cancellationToken)
    {
        var reading = new TariffReading(file.Name);
        try
        {
            var format = file.KnownFormat
                ?? throw new UnreadableFileException("The ending of the name is none of .csv, .xlsx and .pdf: rename it, or set Format.");
            var content = await SeekableAsync(file.Content, format, cancellationToken).ConfigureAwait(false);
            try
            {
                var rows = format switch
                {
                    TariffFileFormat.Csv => CsvTable.Read(content, mapping),
                    TariffFileFormat.Excel => ExcelTable.Read(content, mapping),
                    _ => PdfTable.Read(content),
                };
                new TariffRowReader(contract, mapping, reading).Read(rows, format == TariffFileFormat.Excel, cancellationToken);
            }
            finally
            {
                if (content != file.Content)
                {
                    await content.DisposeAsync().ConfigureAwait(false);
                }
            }
        }
        catch (UnreadableFileException exception)
        {
            reading.Reject(exception);
        }

        return reading;
    }

    // Workbooks and documents are read from end to start; what cannot be wound back goes through a file that vanishes with its handle.
    private static async Task<Stream> SeekableAsync(Stream content, TariffFileFormat format, CancellationToken cancellationToken)
    {
        var max = format == TariffFileFormat.Pdf ? ImportLimits.MaxPdfBytes : ImportLimits.MaxFileBytes;
        if (content is { CanSeek: true, Position: 0 })
        {
            return content.Length <= max ? content : throw TooLong(max);
        }

        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = CopyBuffer,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            // Nobody else on the machine reads a contract's prices.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var copy = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        try
        {
            var buffer = new byte[CopyBuffer];
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                if (copy.Position + read > max)
                {
                    throw TooLong(max);
                }

                await copy.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }

            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static UnreadableFileException TooLong(long max) => new($"The file is longer than {max / 1024 / 1024} MB: split it.");
}
