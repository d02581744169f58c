using System.Collections.Frozen;
using Commerce.Http;

namespace Commerce.Carriers.Dpd;

/// <summary>What DPD's tracking says: names of states (Shipper Webservices), and French sentences (WebTrace, whose numbers are not public).</summary>
internal static class DpdStatus
{
    /// <summary>The states of ParcelLifeCycleService 2.0. Source: its documentation at DPD Netherlands.</summary>
    internal static readonly FrozenDictionary<string, (TrackingStatus Status, IncidentReason? Incident)> ShipperStates =
        new Dictionary<string, (TrackingStatus, IncidentReason?)>(StringComparer.OrdinalIgnoreCase)
        {
            ["SHIPMENT"] = (TrackingStatus.Created, null),
            ["AtSender"] = (TrackingStatus.Created, null),
            ["PickedUp"] = (TrackingStatus.InTransit, null),
            ["BetweenDepots"] = (TrackingStatus.InTransit, null),
            ["Depot"] = (TrackingStatus.InTransit, null),
            ["Warehouse"] = (TrackingStatus.InTransit, null),
            ["Consolidation"] = (TrackingStatus.InTransit, null),
            ["Customs"] = (TrackingStatus.InTransit, null),
            ["Courier"] = (TrackingStatus.OutForDelivery, null),
            ["ReturningFromDelivery"] = (TrackingStatus.Exception, IncidentReason.Other),
            ["DeliveryFailure"] = (TrackingStatus.Exception, IncidentReason.Other),
            ["ParcelShop"] = (TrackingStatus.AvailableForPickup, null),
            ["Delivered"] = (TrackingStatus.Delivered, null),
            ["Returned"] = (TrackingStatus.Returned, null),
            ["ReturnToSender"] = (TrackingStatus.Returned, null),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static (TrackingStatus Status, IncidentReason? Incident) OfShipper(string state) =>
        ShipperStates.TryGetValue(state, out var known) ? known : (TrackingStatus.Unknown, null);

    /// <summary>Reads a sentence of WebTrace. The first rule that fits counts; what fits none is unknown.</summary>
    internal static (TrackingStatus Status, IncidentReason? Incident) OfWebTrace(string sentence)
    {
        var text = WireText.ToAlphanumeric(sentence).ToLowerInvariant();
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => (TrackingStatus.Unknown, null),
            _ when IsDelivered(words) => (TrackingStatus.Delivered, null),
            _ when Has("livraison en cours") || Has("tournee") => (TrackingStatus.OutForDelivery, null),
            _ when Has("absent") => (TrackingStatus.FailedAttempt, IncidentReason.RecipientAbsent),
            _ when Has("refus") => (TrackingStatus.Exception, IncidentReason.Refused),
            _ when Has("retour") => (TrackingStatus.Returned, null),
            _ when Has("disponible") || Has("relais") => (TrackingStatus.AvailableForPickup, null),
            _ when Has("adresse") => (TrackingStatus.Exception, IncidentReason.AddressProblem),
            _ when Has("incident") || IsNotDelivered(words) => (TrackingStatus.Exception, IncidentReason.Other),
            _ when Has("annul") => (TrackingStatus.Cancelled, null),
            _ when Has("annonce") || Has("en preparation") => (TrackingStatus.Created, null),
            _ when Has("transit") || Has("achemin") || Has("agence") || Has("depot") || Has("pris en charge") || Has("centre de tri") || Has("en cours") =>
                (TrackingStatus.InTransit, null),
            _ => (TrackingStatus.Unknown, null),
        };

        bool Has(string part) => text.Contains(part, StringComparison.Ordinal);
    }

    private static bool IsDelivered(string[] words) => NamesDelivery(words) && !IsNotDelivered(words) && !words.Contains("sera");

    // "Non livre", "n a pas pu etre livre".
    private static bool IsNotDelivered(string[] words) => NamesDelivery(words) && (words.Contains("non") || words.Contains("pas"));

    private static bool NamesDelivery(string[] words) => words.Any(static word => word is "livre" or "livree" or "livres" or "livrees");
}
