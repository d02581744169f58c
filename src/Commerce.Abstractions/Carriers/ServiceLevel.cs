namespace Commerce.Carriers;

/// <summary>How fast a service is, from slow to fast, so that levels compare.</summary>
public enum ServiceLevel
{
    /// <summary>Cheap and slow.</summary>
    Economy,

    /// <summary>The usual delivery.</summary>
    Standard,

    /// <summary>Faster than usual, one or two business days.</summary>
    Express,

    /// <summary>The next day, often by an hour.</summary>
    Overnight,
}
