using System.Text.Json.Serialization;

namespace Commerce.Carriers;

/// <summary>Why a parcel is held or could not be delivered.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<IncidentReason>))]
public readonly record struct IncidentReason(string Value) : IOpenEnum<IncidentReason>
{
    /// <summary>Gets: nobody was there.</summary>
    public static IncidentReason RecipientAbsent { get; } = new("recipient_absent");

    /// <summary>Gets: the address is wrong or incomplete.</summary>
    public static IncidentReason AddressProblem { get; } = new("address_problem");

    /// <summary>Gets: the door could not be reached.</summary>
    public static IncidentReason AccessProblem { get; } = new("access_problem");

    /// <summary>Gets: the recipient refused it.</summary>
    public static IncidentReason Refused { get; } = new("refused");

    /// <summary>Gets: the parcel or its content is damaged.</summary>
    public static IncidentReason Damaged { get; } = new("damaged");

    /// <summary>Gets: the parcel or a part of it cannot be found.</summary>
    public static IncidentReason Missing { get; } = new("missing");

    /// <summary>Gets: held by customs, or papers are missing.</summary>
    public static IncidentReason Customs { get; } = new("customs");

    /// <summary>Gets: duties or a cash-on-delivery amount are due.</summary>
    public static IncidentReason PaymentDue { get; } = new("payment_due");

    /// <summary>Gets: weather, strike or another event outside.</summary>
    public static IncidentReason Weather { get; } = new("weather");

    /// <summary>Gets: late for a reason of the carrier.</summary>
    public static IncidentReason Delay { get; } = new("delay");

    /// <summary>Gets: went to a wrong site.</summary>
    public static IncidentReason Missorted { get; } = new("missorted");

    /// <summary>Gets: the business was closed.</summary>
    public static IncidentReason Closed { get; } = new("closed");

    /// <summary>Gets: another reason; the event keeps its words.</summary>
    public static IncidentReason Other { get; } = new("other");

    /// <inheritdoc/>
    public static IncidentReason From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
