namespace Commerce.Benchmarks.Chaos;

/// <summary>The commands of a customer as they were handled.</summary>
internal sealed record Intake
{
    public IReadOnlyList<int> Sequences { get; init; } = [];
}

/// <summary>The events about a customer's commands as they were handled.</summary>
internal sealed record Echo
{
    public IReadOnlyList<int> Sequences { get; init; } = [];
}

internal sealed record OrderState
{
    public string Status { get; init; } = "";

    public string Customer { get; init; } = "";

    public string Sku { get; init; } = "";

    public int Opened { get; init; }

    public int Decided { get; init; }

    public string? Payment { get; init; }
}

internal sealed record StockState
{
    internal const int Opening = 400;

    public int OnHand { get; init; } = Opening;

    public int Sold { get; init; }

    public IReadOnlyList<string> Reserved { get; init; } = [];
}

/// <summary>How many ended orders were told of, for a customer or a SKU.</summary>
internal sealed record Tally
{
    public int Count { get; init; }

    public int Paid { get; init; }
}
