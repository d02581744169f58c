namespace Commerce.Carriers.Chronopost;

/// <summary>What Chronopost's event codes mean. Source: trackSkybillV2; codes without an entry are read from their English label.</summary>
internal static class ChronopostStatus
{
    internal static TrackingStatus Of(string code, string label) => code switch
    {
        "DC" => TrackingStatus.Created,
        "PC" => TrackingStatus.PickedUp,
        "DB" or "DY" or "SC" or "CL" or "TS" or "SD" => TrackingStatus.InTransit,
        "TA" => TrackingStatus.OutForDelivery,
        "D" or "D1" or "D2" => TrackingStatus.Delivered,
        _ => FromLabel(label.ToLowerInvariant()),
    };

    internal static IncidentReason? IncidentOf(TrackingStatus status, string label)
    {
        if (status != TrackingStatus.Exception && status != TrackingStatus.FailedAttempt)
        {
            return null;
        }

        var text = label.ToLowerInvariant();
        return text switch
        {
            _ when Has(text, "absent") => IncidentReason.RecipientAbsent,
            _ when Has(text, "refused") => IncidentReason.Refused,
            _ when Has(text, "customs") => IncidentReason.Customs,
            _ when Has(text, "address") => IncidentReason.AddressProblem,
            _ when Has(text, "delay") => IncidentReason.Delay,
            _ when Has(text, "damage") => IncidentReason.Damaged,
            _ => IncidentReason.Other,
        };
    }

    private static TrackingStatus FromLabel(string label) => label switch
    {
        _ when Has(label, "delivered") && !Has(label, "not delivered") => TrackingStatus.Delivered,
        _ when Has(label, "return") => TrackingStatus.Returned,
        _ when Has(label, "available") || Has(label, "pick up point") || Has(label, "withdraw") => TrackingStatus.AvailableForPickup,
        _ when Has(label, "in delivery") => TrackingStatus.OutForDelivery,
        _ when Has(label, "absent") => TrackingStatus.FailedAttempt,
        _ when Has(label, "refused") || Has(label, "incident") || Has(label, "delay") || Has(label, "customs") || Has(label, "not delivered") =>
            TrackingStatus.Exception,
        "" => TrackingStatus.Unknown,
        _ => TrackingStatus.InTransit,
    };

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.Ordinal);
}
