namespace Commerce.Agents.Domain.Catalog;

/// <summary>What values of an attribute look like.</summary>
public enum VariantAttributeType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>The name of a colour, or its red, green and blue as <c>#RRGGBB</c>.</summary>
    Color,

    /// <summary>A size.</summary>
    Size,

    /// <summary>A decimal number with a dot.</summary>
    Number,
}
