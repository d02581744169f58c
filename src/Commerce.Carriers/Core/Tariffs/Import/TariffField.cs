namespace Commerce.Carriers.Tariffs;

/// <summary>What a column of a price list holds.</summary>
public enum TariffField
{
    /// <summary>The service: the carrier's code, or a word that <see cref="TariffMapping.Services"/> translates.</summary>
    Service,

    /// <summary>The speed: economy, standard, express or overnight.</summary>
    Level,

    /// <summary>The country of departure; <c>*</c> or empty for any.</summary>
    Origin,

    /// <summary>Where the price holds: a country, <c>zone:NAME</c>, <c>*</c>, or a word that <see cref="TariffMapping.Destinations"/> translates.</summary>
    Destination,

    /// <summary>The weight at which the band begins; the end of the band before when there is no such column.</summary>
    From,

    /// <summary>The weight at which the band ends.</summary>
    To,

    /// <summary>The price without tax.</summary>
    Price,

    /// <summary>The price of each kilogram above the beginning of the band.</summary>
    PricePerExtraKilogram,

    /// <summary>Business days: <c>2</c>, or <c>2-3</c>, of which the upper counts.</summary>
    TransitDays,

    /// <summary>The first day of the price.</summary>
    ValidFrom,

    /// <summary>The last day of the price.</summary>
    ValidTo,

    /// <summary>The currency, where the file names it.</summary>
    Currency,
}
