using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Commerce;

/// <summary>A country or territory of ISO 3166-1: two upper-case letters.</summary>
/// <remarks>Only assigned codes are accepted, so that a misspelt country is found here and not at the carrier. Source: ISO 3166-1, 249 entries.</remarks>
[JsonConverter(typeof(ParsableJsonConverter<CountryCode>))]
public readonly record struct CountryCode : IParsable<CountryCode>, IComparable<CountryCode>
{
    // Alpha-2 followed by alpha-3.
    private const string Table =
        """
        ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE
        BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS
        BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN
        COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST
        EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF
        GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD
        HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM
        JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA
        LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD
        MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM
        NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG
        PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA
        SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD
        STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON
        TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR
        VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE
        """;

    private static readonly FrozenDictionary<string, string> Alpha3ByAlpha2 = Entries()
        .ToFrozenDictionary(static entry => entry[..2], static entry => entry[2..], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Alpha2ByAlpha3 = Entries()
        .ToFrozenDictionary(static entry => entry[2..], static entry => entry[..2], StringComparer.Ordinal);

    private static readonly FrozenSet<string> EuropeanUnion =
        "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly string? _value;

    private CountryCode(string value) => _value = value;

    /// <summary>Gets France.</summary>
    public static CountryCode France { get; } = new("FR");

    /// <summary>Gets Germany.</summary>
    public static CountryCode Germany { get; } = new("DE");

    /// <summary>Gets the United States.</summary>
    public static CountryCode UnitedStates { get; } = new("US");

    /// <summary>Gets the United Kingdom.</summary>
    public static CountryCode UnitedKingdom { get; } = new("GB");

    /// <summary>Gets the two letters (ISO 3166-1 alpha-2).</summary>
    public string Value => _value ?? "";

    /// <summary>Gets the three letters (ISO 3166-1 alpha-3).</summary>
    public string Alpha3 => Alpha3ByAlpha2.GetValueOrDefault(Value, "");

    /// <summary>Gets a value indicating whether the country is a member state of the European Union (27, since 2020).</summary>
    public bool IsEuropeanUnion => EuropeanUnion.Contains(Value);

    /// <summary>Reads two or three letters, of any case.</summary>
    /// <param name="s">An alpha-2 or alpha-3 code.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The country.</returns>
    /// <exception cref="FormatException">The code is not assigned.</exception>
    public static CountryCode Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException("A country is a code of ISO 3166-1, such as FR or FRA.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CountryCode result)
    {
        result = default;
        var code = s?.ToUpperInvariant();
        var alpha2 = code switch
        {
            { Length: 2 } when Alpha3ByAlpha2.ContainsKey(code) => code,
            { Length: 3 } => Alpha2ByAlpha3.GetValueOrDefault(code),
            _ => null,
        };
        if (alpha2 is null)
        {
            return false;
        }

        result = new CountryCode(alpha2);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(CountryCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string[] Entries() =>
        Table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
