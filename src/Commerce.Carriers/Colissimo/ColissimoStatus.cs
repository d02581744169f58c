using System.Collections.Frozen;

namespace Commerce.Carriers.Colissimo;

/// <summary>Colissimo's event codes. Source: the list of the official modules; which of them are incidents, too. What a code means is read from its family.</summary>
internal static class ColissimoStatus
{
    private const string CreatedCodes =
        """
        COMCFM EMLCFM PCHCLI PCHDFT PCHMQT
        """;

    private const string InTransitCodes =
        """
        AARCFM AARDES AARDOU AARDVY AAREXP AARIMP AARJPO AARREX AARRTG AARTER AARTRA ACKNAD AEC AEC128 AECCFM AECCOU AECEXC AECEXP AECIMP AECIND AECMAN AECPIS
        AECPNC AECPRE AECS3C AECSEC AECTRC AECTRI CHGCFM DCHCFM DCHDDT DEPCDR DEPGUI DEPHLD DEPIMP DEPREL DEPSIO DOUAGV DOUDOU DOUEXP DOUFAC DOUPAR DOUTAX
        DOUVIS DSCCLO DSCOUV ECHCFM ECHCLI EXPCFM FENDES MLVEXP MLVIMP MLVTRA MLVTRD NADDES PABDES PCH128 PCHBOR PCHCEI PCHCEX PCHCFM PCHDIS PCHEXC PCHEXP
        PCHEXT PCHIMP PCHIND PCHINJ PCHJPO PCHMAN PCHPDS PCHPIS PCHPNC PCHPRE PCHREC PCHS3C PCHSEC PCHSVI PCHTRI PRELIV QDICFM QINDIV QINEXP RCDDVY RDVCFM
        RDVCR1 RDVCR2 RDVCR3 RDVDEM RDVINS RDVLDF RDVMA1 RDVMA2 RDVMA3 RDVPRI RDVSEC RDVTER REFCDS REFDDS RENLNA RENRDV RENREF RENREX RENRPR RSDBPI RSDCNI
        RSDCNS RSDNRV RSDREL RSTDIF RSTNCG RSTTAF RSTZNL SCCDES
        """;

    private const string OutForDeliveryCodes =
        """
        LIVREL MLVCFM
        """;

    private const string AvailableForPickupCodes =
        """
        AARAVI AARBPR AARBRX AARREL AARRLX LIVCIT LIVRLI MLVARS RENAPR RSTBRT
        """;

    private const string ExceptionCodes =
        """
        AACALI AACEDI AARLIB DOUCOI DOUCOM DOUCRR DOUDDI DOUDDM DOUDVR DOUEOR DOUEXI DOUFCI DOUFCM DOUIDD DOUIIR DOUNIR DOUPRO DOURES ENEAVA ENEDAF ENEDOC
        ENEMQT ENENCF LIVAVI PCHREN RDVABS RDVAIN RDVINC RDVREP RECALI REFINS REFISO RENACO RENACP RENAEP RENAIN RENARV RENAVI RENCAD RENCRV RENDET RENECO
        RENEDI RENFCO RENGUI RENINC RENNRV RENPPL RENREL RENRES RENVOL RSTACP RSTAVI RSTCAD RSTPRO RSTRES SOLDDR SOLDOC SOLMAR SOLMQD SOLMQT SOLVOL
        """;

    private const string DeliveredCodes =
        """
        LIVACC LIVBAL LIVBPO LIVCFM LIVCGA LIVDIV LIVGAR LIVRCA LIVRCC LIVRDV LIVRTI LIVVOI LIVVPC
        """;

    private const string ReturnedCodes =
        """
        ECHANN ECHCEX ECHDID ECHMQT ECHNCF FENRET LIVEXP LIVREO PABRET RCDABS RCDCPE RCDDES RCDDOC RCDNPA RCDPDS RCDREA RCDREL RCDRET REFALI REFCEX REFDEX
        RENALI RENAVA RENBEC RENDES RENDIA RENDID RENDIV RENDOC RENEMB RENEXP RENHER RENNPA RENOUV RENRPE RENRPP RENSHD RENSNC RENSRB RENTAR RENTAX RENXXX
        SCCEXP SOLREI SOLREO
        """;

    private const string CancelledCodes =
        """
        ANNULE
        """;

    private const string InternalCodes =
        """
        AARALI AAREXC AARREM ACDBRS ACDNPL ACDPNT ACPINF ACPINT AECCLI AECPDS AVOEXT CCDSUP COMLDF COMLNA CRBREC CRBTRT DIFDIL DOUANN DOUFTD DSCIND DSCMAJ
        ECHCNS ECHRCC ECHREL EDIMQT EDINCG EMADFT EMLCAD EMLRES EMLVAL ENECAD ENECNS ENEFCO ENEFMA ENEPRE ENEREL ENERES EPCCFM EPCCOM EPCMQT EPCREL FENLIB
        IGNORE INVEXT LCDECP LCDEXP LCDPAE LCDSUP LCQENC LCQENV LCQNEC LCQNEM LCQPER LCQREF LIVECH MLVDFT NADNOK PABLIB PCHECH PREAVI PRELIZ QINNCF RDVANN
        REFLIB REFREN REFSTP REMTRA RENCND RENNRZ RENSCR RENSRV RENVLM RSDANO RSDINS RSDMQT RSTEMP RSTREF RSTTRI SCCDID SCLBRI SCLSCL TEMTEM TRAINT WCDAVA
        WCDENR
        """;

    // On their way, or on the way back, for a reason that somebody should know.
    private const string IncidentCodes = "AARRTG AARTER RCDDVY REFALI REFCDS REFCEX REFDDS REFDEX RENREF SCCDES";

    private static readonly FrozenDictionary<string, TrackingStatus?> Statuses = Table(
        (CreatedCodes, TrackingStatus.Created),
        (InTransitCodes, TrackingStatus.InTransit),
        (OutForDeliveryCodes, TrackingStatus.OutForDelivery),
        (AvailableForPickupCodes, TrackingStatus.AvailableForPickup),
        (ExceptionCodes, TrackingStatus.Exception),
        (DeliveredCodes, TrackingStatus.Delivered),
        (ReturnedCodes, TrackingStatus.Returned),
        (CancelledCodes, TrackingStatus.Cancelled),
        (InternalCodes, null));

    private static readonly FrozenSet<string> Incidents = Split(IncidentCodes).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Finds the status; <see langword="null"/> for an inner scan that changes nothing, unknown for a code that is not listed.</summary>
    internal static TrackingStatus? Of(string code) => Statuses.TryGetValue(Key(code), out var status) ? Attempt(Key(code), status) : TrackingStatus.Unknown;

    /// <summary>Finds why a parcel does not move on; <see langword="null"/> when nothing is wrong.</summary>
    internal static IncidentReason? IncidentOf(string code)
    {
        var key = Key(code);
        var isIncident = Incidents.Contains(key) || (Statuses.TryGetValue(key, out var status) && status == TrackingStatus.Exception);
        return isIncident ? Reason(key) : null;
    }

    // Nobody was there: the parcel comes again or waits.
    private static TrackingStatus? Attempt(string key, TrackingStatus? status) =>
        status == TrackingStatus.Exception && Reason(key) == IncidentReason.RecipientAbsent ? TrackingStatus.FailedAttempt : status;

    private static IncidentReason Reason(string key) => key switch
    {
        ['D', 'O', 'U', ..] => IncidentReason.Customs,
        ['R', 'E', 'F', ..] or "RENREF" => IncidentReason.Refused,
        "RENAVI" or "RENARV" or "RSTAVI" or "LIVAVI" or "RDVABS" => IncidentReason.RecipientAbsent,
        [.., 'A', 'V', 'A'] => IncidentReason.Damaged,
        [.., 'M', 'Q', 'T'] or [.., 'M', 'Q', 'D'] or [.., 'V', 'O', 'L'] => IncidentReason.Missing,
        _ => IncidentReason.Other,
    };

    // The file interface writes AAA_BBB.
    private static string Key(string code) => code.Replace("_", "", StringComparison.Ordinal).Trim().ToUpperInvariant();

    private static string[] Split(string codes) => codes.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static FrozenDictionary<string, TrackingStatus?> Table(params (string Codes, TrackingStatus? Status)[] groups) => groups
        .SelectMany(static group => Split(group.Codes).Select(code => (code, group.Status)))
        .ToFrozenDictionary(static entry => entry.code, static entry => entry.Status, StringComparer.Ordinal);
}
