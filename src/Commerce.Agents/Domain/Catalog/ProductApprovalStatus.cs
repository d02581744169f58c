namespace Commerce.Agents.Domain.Catalog;

/// <summary>What became of a request.</summary>
public enum ProductApprovalStatus
{
    /// <summary>It waits.</summary>
    Pending,

    /// <summary>It was agreed to.</summary>
    Approved,

    /// <summary>It was not agreed to.</summary>
    Rejected,
}
