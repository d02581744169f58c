using System.Collections.Frozen;

namespace Commerce.Carriers.Ups;

/// <summary>What UPS's status codes mean. Source: UPS Track API, statusCode of activities, and status types.</summary>
internal static class UpsStatus
{
    private static readonly FrozenDictionary<string, TrackingStatus> Statuses = Read(
        (TrackingStatus.Created, "003 044 045 065 077 079 080 131 133 135 157 166"),
        (TrackingStatus.PickedUp, "038"),
        (TrackingStatus.InTransit, "005 010 012 014 016 019 025 039 047 057 070 071 073 074 075 084 087 092 093 094 134 137 138 158 159 160 164 165 167 168 169"),
        (TrackingStatus.OutForDelivery, "006 021 037 072 078 089 091 146 162"),
        (TrackingStatus.Delivered, "011 026 143"),
        (TrackingStatus.AvailableForPickup, "017 040 144 161"),
        (TrackingStatus.FailedAttempt, "022 023 024 060 061 062 066 145"),
        (TrackingStatus.Exception, "013 029 030 032 046 048 049 050 051 052 053 058 059 064 068 069 076 083 085 086 090 123 124 125 126 129 132 139 141 147 149"),
        (TrackingStatus.Returned, "034 035 036 067 081 118"),
        (TrackingStatus.Cancelled, "007"));

    private static readonly FrozenDictionary<string, IncidentReason> Incidents = Read(
        (IncidentReason.RecipientAbsent, "022 023 024 060 066 145"),
        (IncidentReason.AddressProblem, "050"),
        (IncidentReason.AccessProblem, "139"),
        (IncidentReason.Refused, "064"),
        (IncidentReason.Damaged, "059 081 149"),
        (IncidentReason.Missing, "068 129"),
        (IncidentReason.Customs, "058 123 124 125 126 141 147"),
        (IncidentReason.PaymentDue, "062 085"),
        (IncidentReason.Weather, "032 051 052 053"),
        (IncidentReason.Delay, "046 048 049 086 090 132"),
        (IncidentReason.Other, "013 029 030 061 069 076 083"));

    /// <summary>Reads a status: the three digits first, then the letter of the type.</summary>
    /// <returns>The status; <see langword="null"/> for a code that informs and changes nothing.</returns>
    internal static TrackingStatus? Of(string? statusCode, string? type)
    {
        if (statusCode is not null && Statuses.TryGetValue(statusCode, out var status))
        {
            return status;
        }

        return type switch
        {
            "D" => TrackingStatus.Delivered,
            "I" or "W" => TrackingStatus.InTransit,
            "M" => TrackingStatus.Created,
            "MV" => TrackingStatus.Cancelled,
            "X" => TrackingStatus.Exception,
            "P" => TrackingStatus.PickedUp,
            "O" => TrackingStatus.OutForDelivery,
            "U" or "NA" => null,
            _ => statusCode is { Length: 3 } && string.IsNullOrEmpty(type) ? null : TrackingStatus.Unknown,
        };
    }

    internal static IncidentReason? IncidentOf(string? statusCode, TrackingStatus? status)
    {
        if (statusCode is not null && Incidents.TryGetValue(statusCode, out var incident))
        {
            return incident;
        }

        return status == TrackingStatus.Exception ? IncidentReason.Other : null;
    }

    private static FrozenDictionary<string, T> Read<T>(params (T Value, string Codes)[] rows) => rows
        .SelectMany(static row => row.Codes.Split(' ').Select(code => KeyValuePair.Create(code, row.Value)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
