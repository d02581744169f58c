namespace Commerce.Carriers.ColisPrive;

/// <summary>
/// What Colis Privé's events mean. Codes are not public but for 029110; the French words of the others are read, without accents. A row that
/// stands earlier wins: "absent, mis à disposition en point relais" waits for its recipient.
/// </summary>
internal static class ColisPriveStatus
{
    private static readonly (string[] Words, TrackingStatus Status)[] Rows =
    [
        (["non livre", "pas livre", "pas ete livre", "pas pu etre livre"], TrackingStatus.Exception),
        (["sera livre", "va etre livre"], TrackingStatus.InTransit),
        (["cours de livraison", "en livraison"], TrackingStatus.OutForDelivery),
        ([" livre ", " livree "], TrackingStatus.Delivered),
        (["retour a", "retour au", "retour exp", "retourne", " retour "], TrackingStatus.Returned),
        (["disponible", "point relais", "mis a disposition"], TrackingStatus.AvailableForPickup),
        (["absent"], TrackingStatus.FailedAttempt),
        (["refus", "avarie", "perdu", "anomalie", "incident"], TrackingStatus.Exception),
        (["tournee"], TrackingStatus.OutForDelivery),
        (["adresse"], TrackingStatus.Exception),
        (["preparation", "annonce", "attente de remise"], TrackingStatus.Created),
        (["pris en charge", "agence", "transit", "plateforme", " arrive", "expedie", " tri "], TrackingStatus.InTransit),
    ];

    private static readonly (string Word, IncidentReason Reason)[] Reasons =
    [
        ("absent", IncidentReason.RecipientAbsent), ("refus", IncidentReason.Refused), ("avarie", IncidentReason.Damaged),
        ("perdu", IncidentReason.Missing), ("adresse", IncidentReason.AddressProblem),
    ];

    internal static TrackingStatus Of(string code, string description)
    {
        if (code == "029110")
        {
            return TrackingStatus.OutForDelivery;
        }

        var text = Words(description);
        foreach (var (words, status) in Rows)
        {
            if (words.Any(word => text.Contains(word, StringComparison.Ordinal)))
            {
                return status;
            }
        }

        return TrackingStatus.Unknown;
    }

    internal static IncidentReason? IncidentOf(TrackingStatus status, string description)
    {
        if (status != TrackingStatus.Exception && status != TrackingStatus.FailedAttempt)
        {
            return null;
        }

        var text = Words(description);
        foreach (var (word, reason) in Reasons)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return reason;
            }
        }

        return IncidentReason.Other;
    }

    // Blanks around, so that " livre " is not found in "livrer".
    private static string Words(string description) =>
        $" {string.Join(' ', ColisPriveErrors.Plain(description).Split([' ', ',', '.', ';', ':', '-', '!', '(', ')'], StringSplitOptions.RemoveEmptyEntries))} ";
}
