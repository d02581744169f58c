namespace Commerce.Carriers;

/// <summary>What is expected of carriers before any delivery was seen, by lane and level.</summary>
internal static class OnTimePriors
{
    private const decimal Unknown = 0.90m;

    internal static decimal Of(CarrierCode carrier, ServiceLevel? level, Lane? lane)
    {
        var isDomestic = lane?.IsDomestic ?? true;
        return carrier.Value switch
        {
            "chronopost" => isDomestic ? 0.98m : 0.95m,
            "colissimo" when isDomestic => 0.95m,
            "colissimo" => lane is { IsEuropean: true } ? 0.90m : 0.85m,
            "dpd" => isDomestic ? 0.93m : 0.88m,
            "colis_prive" => 0.88m,
            "ups" => level >= ServiceLevel.Express ? 0.96m : 0.92m,
            "fedex" => level switch
            {
                ServiceLevel.Overnight => 0.97m,
                ServiceLevel.Express => 0.95m,
                _ => 0.91m,
            },
            _ => Unknown,
        };
    }
}
