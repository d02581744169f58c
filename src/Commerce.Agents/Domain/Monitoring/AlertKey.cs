namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Names an alert: there is one open alert at most for each.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Subject">What it is about.</param>
public sealed record AlertKey(string Rule, string Subject)
{
    /// <summary>Writes the key of the alert agent: rule, a bar, subject.</summary>
    /// <returns>The key.</returns>
    public override string ToString() => $"{Rule}|{Subject}";
}
