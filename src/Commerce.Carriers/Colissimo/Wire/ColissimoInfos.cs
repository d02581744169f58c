using System.Text.Json.Serialization;

namespace Commerce.Carriers.Colissimo.Wire;

/// <summary>What the label service says beside papers.</summary>
internal sealed record ColissimoInfos
{
    public IReadOnlyList<ColissimoMessage>? Messages { get; init; }

    public ColissimoLabelResult? LabelV2Response { get; init; }

    public ColissimoSlipHead? BordereauHeader { get; init; }

    public string? MailBoxPickingDateMaxHour { get; init; }

    public IReadOnlyList<string>? MailBoxPickingDates { get; init; }
}

internal sealed record ColissimoMessage
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; init; }

    public string? Type { get; init; }

    public string? MessageContent { get; init; }

    public IReadOnlyList<ColissimoReplacement>? ReplacementValues { get; init; }
}

internal sealed record ColissimoReplacement(string? Field, string? Value);

internal sealed record ColissimoLabelResult(string? ParcelNumber, string? ParcelNumberPartner, string? PdfUrl);

internal sealed record ColissimoSlipHead
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? BordereauNumber { get; init; }

    public int? NumberOfParcels { get; init; }
}
