namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Why a notification is sent, which decides whether the recipient can turn it off.</summary>
public enum NotificationKind
{
    /// <summary>It belongs to something that the recipient has bought or asked for: it always goes, by one channel at least.</summary>
    Transactional,

    /// <summary>It is useful: the recipient can turn its category and its channels off.</summary>
    Service,

    /// <summary>It advertises: it goes only to who has agreed to that.</summary>
    Marketing,
}
