using System.Collections.Frozen;

namespace Commerce.Carriers.FedEx;

/// <summary>What FedEx's status and event codes mean. Source: FedEx Track API, codes of latestStatusDetail and scanEvents.</summary>
internal static class FedExStatus
{
    // "Ow" is written in mixed case by FedEx.
    private static readonly FrozenDictionary<string, TrackingStatus> Statuses = Read(
        (TrackingStatus.Created, "OC OX MD EP DS LP RP RG PD DR"),
        (TrackingStatus.PickedUp, "PU PX"),
        (TrackingStatus.InTransit, "OF AP IT IX AA AC AF AR AX DP EA EO FD LO OW PF PL PM SF TR CC CP DO IP TP"),
        (TrackingStatus.OutForDelivery, "OD ED AD"),
        (TrackingStatus.Delivered, "DL"),
        (TrackingStatus.AvailableForPickup, "HL HP HA"),
        (TrackingStatus.Exception, "DE SE CD DD PY"),
        (TrackingStatus.Returned, "RS RT"),
        (TrackingStatus.Cancelled, "CA LC RD"));

    /// <summary>What informs and changes no state.</summary>
    private static readonly FrozenSet<string> Informing =
        "AO AE DY US RR RC RM CH IN AS PR RA SP".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, IncidentReason> Incidents = Read(
        (IncidentReason.Customs, "CD"),
        (IncidentReason.PaymentDue, "PY"),
        (IncidentReason.Delay, "DD DY"),
        (IncidentReason.Other, "DE SE"));

    /// <summary>Reads a code.</summary>
    /// <returns>The status; <see langword="null"/> for a code that informs and changes nothing.</returns>
    internal static TrackingStatus? Of(string? code) =>
        code is not null && Statuses.TryGetValue(code, out var status) ? status
        : code is not null && Informing.Contains(code) ? null
        : TrackingStatus.Unknown;

    /// <summary>Reads why: the delay's kind first, then the reason, then the code.</summary>
    internal static IncidentReason? IncidentOf(string? code, string? exception, string? delay, string? delayStatus = null)
    {
        if (delayStatus is null or "DELAYED")
        {
            switch (delay)
            {
                case "WEATHER":
                    return IncidentReason.Weather;
                case "CLEARANCE":
                    return IncidentReason.Customs;
                case "OPERATIONAL" or "LOCAL" or "GENERAL":
                case { Length: > 0 } when delayStatus == "DELAYED":
                    return IncidentReason.Delay;
            }
        }

        var known = code is not null && Incidents.TryGetValue(code, out var incident) ? incident : (IncidentReason?)null;
        // FedEx documents one reason by its number: customer not available or business closed.
        return known is not null && exception is "15" or "015" ? IncidentReason.RecipientAbsent : known;
    }

    private static FrozenDictionary<string, T> Read<T>(params (T Meaning, string Codes)[] rows) => rows
        .SelectMany(static row => row.Codes.Split(' ').Select(code => KeyValuePair.Create(code, row.Meaning)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
