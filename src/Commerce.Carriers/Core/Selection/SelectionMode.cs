namespace Commerce.Carriers;

/// <summary>How punctuality and price are made comparable.</summary>
public enum SelectionMode
{
    /// <summary>Punctuality from 80 to 100 % counts from 0 to 100; price is the cheapest divided by the quote's.</summary>
    Calibrated,

    /// <summary>Punctuality as it is; price from the dearest to the cheapest counts from 0 to 100, so that the cheapest nearly always wins.</summary>
    Legacy,
}
