namespace Commerce.Agents.Domain.Shipping;

/// <summary>How a return is sent back: the state of the agent that buys its label.</summary>
public sealed record ReturnShipment
{
    /// <summary>Gets what was asked for; nothing before that.</summary>
    public CreateReturnShipment? Request { get; init; }

    /// <summary>Gets the carriers, cheapest first.</summary>
    public IReadOnlyList<CarrierChoice> Choices { get; init; } = [];

    /// <summary>Gets the label; nothing before it is bought.</summary>
    public ReturnLabelCreated? Label { get; init; }
}
