namespace Commerce.Agents.Entities;

/// <summary>How a property is compared, in memory and in a database.</summary>
internal enum FieldKind
{
    /// <summary>A text: compared and ordered by code points.</summary>
    Text,

    /// <summary>A GUID.</summary>
    Guid,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A number, compared exactly.</summary>
    Number,

    /// <summary>A truth value.</summary>
    Truth,

    /// <summary>A point in time, compared to the microsecond.</summary>
    Time,

    /// <summary>A word of a closed list: equal or not.</summary>
    Enum,

    /// <summary>A value that is stored as its text.</summary>
    Value,

    /// <summary>A list of the above.</summary>
    List,

    /// <summary>Something with properties.</summary>
    Object,

    /// <summary>What no query can use.</summary>
    Other,
}
