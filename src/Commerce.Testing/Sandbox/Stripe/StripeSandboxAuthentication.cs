namespace Commerce.Testing.Sandbox;

/// <summary>When a test card asks the buyer for 3-D Secure.</summary>
internal enum StripeSandboxAuthentication
{
    Never,
    Always,

    /// <summary>Until it has been set up for charges without the buyer.</summary>
    UnlessSetUp,

    /// <summary>Only while the buyer is there: it is set up for charges without the buyer.</summary>
    OnSession,
}
