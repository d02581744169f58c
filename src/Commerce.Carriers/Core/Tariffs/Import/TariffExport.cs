using System.Globalization;
using CsvHelper;
using SpreadCheetah;

namespace Commerce.Carriers.Tariffs;

/// <summary>Writes the rows of a price list, so that <see cref="TariffMapping.Export"/> reads them back without loss.</summary>
public static class TariffExport
{
    private static readonly TariffField[] Fields = Enum.GetValues<TariffField>();

    /// <summary>Writes CSV: UTF-8, a comma, a heading row.</summary>
    /// <param name="tariff">The price list.</param>
    /// <param name="destination">Takes the bytes; it stays open.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <returns>A task.</returns>
    public static async Task WriteCsvAsync(Tariff tariff, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tariff);
        var writer = CsvWriter.Create(destination, CsvWriterOptions.Default, leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            await writer.WriteRecordAsync([.. Fields.Select(static field => TariffMapping.Export.Columns[field])], cancellationToken).ConfigureAwait(false);
            foreach (var row in tariff.Rows)
            {
                await writer.WriteRecordAsync([.. Fields.Select(field => Text(row, field))], cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes an Excel workbook with one sheet.</summary>
    /// <param name="tariff">The price list.</param>
    /// <param name="destination">Takes the bytes; it stays open.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <returns>A task.</returns>
    public static async Task WriteExcelAsync(Tariff tariff, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tariff);
        var workbook = await Spreadsheet.CreateNewAsync(destination, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (workbook.ConfigureAwait(false))
        {
            await workbook.StartWorksheetAsync("prices", token: cancellationToken).ConfigureAwait(false);
            await workbook.AddHeaderRowAsync(Fields.Select(static field => TariffMapping.Export.Columns[field]).ToArray(), token: cancellationToken).ConfigureAwait(false);
            foreach (var row in tariff.Rows)
            {
                await workbook.AddRowAsync(Fields.Select(field => Cell(row, field)).ToArray(), cancellationToken).ConfigureAwait(false);
            }

            await workbook.FinishAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static DataCell Cell(TariffRow row, TariffField field) => field switch
    {
        TariffField.From => new DataCell(row.From.Kilograms),
        TariffField.To => new DataCell(row.To.Kilograms),
        TariffField.Price => new DataCell(row.Price.Amount),
        TariffField.PricePerExtraKilogram => new DataCell(row.PricePerExtraKilogram),
        TariffField.TransitDays => new DataCell(row.TransitDays),
        _ => new DataCell(Text(row, field)),
    };

    private static string Text(TariffRow row, TariffField field) => field switch
    {
        TariffField.Service => row.Service.Value,
        TariffField.Level => row.Level.ToString().ToLowerInvariant(),
        TariffField.Origin => row.Origin?.Value ?? "*",
        TariffField.Destination => row.Destination.ToString(),
        TariffField.From => Number(row.From.Kilograms),
        TariffField.To => Number(row.To.Kilograms),
        TariffField.Price => Number(row.Price.Amount),
        TariffField.PricePerExtraKilogram => Number(row.PricePerExtraKilogram),
        TariffField.TransitDays => row.TransitDays?.ToString(CultureInfo.InvariantCulture) ?? "",
        TariffField.ValidFrom => Day(row.ValidFrom),
        TariffField.ValidTo => Day(row.ValidTo),
        _ => row.Price.Currency.Code,
    };

    private static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
