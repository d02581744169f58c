namespace Commerce.Carriers.Tariffs;

/// <summary>The unit of the weights in a file.</summary>
public enum TariffWeightUnit
{
    /// <summary>Kilograms.</summary>
    Kilogram,

    /// <summary>Grams.</summary>
    Gram,
}
