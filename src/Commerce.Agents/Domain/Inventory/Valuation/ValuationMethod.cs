namespace Commerce.Agents.Domain.Inventory;

/// <summary>Which of the units that arrived are taken to be left.</summary>
public enum ValuationMethod
{
    /// <summary>The last ones: the first in are the first out.</summary>
    Fifo,

    /// <summary>The first ones: the last in are the first out.</summary>
    Lifo,

    /// <summary>A mixture: every unit costs the average of those that are there when others arrive.</summary>
    WeightedAverage,

    /// <summary>Those whose batch has not left; units that leave without a batch leave as in <see cref="Fifo"/>.</summary>
    Specific,
}
