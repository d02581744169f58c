namespace Commerce.Marketplaces.Mirakl;

/// <summary>A reason that an operator knows. Source: Mirakl seller API, RE01.</summary>
/// <param name="Code">The code to give as vendor reason.</param>
/// <param name="Label">The operator's words.</param>
/// <param name="Type">What it is for: <c>REFUND</c>, <c>CANCELATION</c>, <c>INCIDENT_CLOSE</c> and others.</param>
/// <param name="IsForSeller">Whether a seller may give it.</param>
public sealed record MiraklReason(string Code, string Label, string Type, bool IsForSeller);
