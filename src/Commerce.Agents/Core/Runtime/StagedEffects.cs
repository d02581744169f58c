using Commerce.Agents.Storage;

namespace Commerce.Agents.Runtime;

/// <summary>What one handler run described.</summary>
internal sealed class StagedEffects
{
    internal object? State { get; set; }

    internal IReadOnlyList<SagaStep>? Steps { get; set; }

    internal bool IsCompleted { get; set; }

    internal object? Reply { get; set; }

    internal List<Envelope> Messages { get; } = [];

    /// <summary>Gets the ids that the handler had made: nothing has them yet.</summary>
    internal HashSet<Guid> NewIds { get => field ??= []; private set; }

    internal List<ScheduleChange> Schedules { get => field ??= []; private set; }

    internal List<EntityChange> Entities { get => field ??= []; private set; }

    internal bool HasSchedules => Schedules.Count > 0;

    internal bool HasEntities => Entities.Count > 0;
}
