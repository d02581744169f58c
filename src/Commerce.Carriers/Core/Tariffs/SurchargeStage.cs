namespace Commerce.Carriers.Tariffs;

/// <summary>When a surcharge is computed, and on what a percentage is taken.</summary>
public enum SurchargeStage
{
    /// <summary>First: residential, remote area, oversize, dangerous goods, signature, Saturday. A percentage is one of the base price.</summary>
    Service,

    /// <summary>Then fuel. A percentage is one of the base price and of the surcharges that are fuelable.</summary>
    Fuel,

    /// <summary>Last insurance, when it is asked for. A percentage is one of the whole insured value.</summary>
    Insurance,
}
