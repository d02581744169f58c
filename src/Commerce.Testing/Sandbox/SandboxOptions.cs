namespace Commerce.Testing.Sandbox;

/// <summary>How a sandbox starts.</summary>
public sealed class SandboxOptions
{
    /// <summary>Gets or sets the port on 127.0.0.1: 0 for a free one.</summary>
    /// <value>The default is 0.</value>
    public int Port
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 65_535);
            field = value;
        }
    }

    /// <summary>Gets or sets the clock by which parcels move, tokens expire and limits refill.</summary>
    /// <value>The default is the system's clock.</value>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
