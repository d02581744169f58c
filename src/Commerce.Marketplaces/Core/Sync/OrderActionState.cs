namespace Commerce.Marketplaces.Sync;

/// <summary>How far an action is.</summary>
public enum OrderActionState
{
    /// <summary>It was not sent yet.</summary>
    Planned,

    /// <summary>It may have been sent: the marketplace is looked at before it is sent again.</summary>
    Sent,

    /// <summary>The marketplace has it.</summary>
    Done,

    /// <summary>The marketplace said no: <see cref="OrderAction.Refusal"/> tells why. A person decides.</summary>
    Refused,
}
