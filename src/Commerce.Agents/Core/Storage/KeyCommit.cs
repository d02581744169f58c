using Commerce.Agents.Transport;

namespace Commerce.Agents.Storage;

/// <summary>What is to be written for one key.</summary>
public sealed class KeyCommit
{
    internal KeyCommit(KeyLook look) => Look = look;

    /// <summary>Gets what was read, with the version that must still hold.</summary>
    public KeyLook Look { get; }

    /// <summary>Gets the messages that are handled now.</summary>
    public IList<Guid> Handled { get; } = [];

    /// <summary>Gets the places in the outbox that are done with by this, where the outbox itself carries messages.</summary>
    public IList<long> Done { get; } = [];

    /// <summary>Gets the answers for processes that asked.</summary>
    public IList<StoredReply> Replies { get; } = [];

    internal List<IMessage> Told { get; } = [];

    /// <summary>Gets or sets the new state; <see langword="null"/> when it did not change.</summary>
    public object? State { get; set; }

    /// <summary>Gets or sets the new steps of a saga; <see langword="null"/> when they did not change.</summary>
    public IReadOnlyList<SagaStep>? Steps { get; set; }

    /// <summary>Gets or sets a value indicating whether the key's life has ended.</summary>
    public bool IsCompleted { get; set; }

    /// <summary>Gets the messages to send, in order.</summary>
    public IList<Delivery> Outbox { get; } = [];

    /// <summary>Gets the messages to send later.</summary>
    public IList<ScheduleChange> Schedules { get; } = [];

    /// <summary>Gets the entity changes.</summary>
    public IList<EntityChange> Entities { get; } = [];

    /// <summary>Gets the messages to park behind each other.</summary>
    public IList<ParkedMessage> Parked { get; } = [];

    /// <summary>Gets the messages that failed for good.</summary>
    public IList<DeadLetter> DeadLetters { get; } = [];

    /// <summary>Gets or sets how many messages leave the head of the parked queue.</summary>
    public int Unparked { get; set; }

    /// <summary>Gets or sets the head that stays parked, with its new attempt count.</summary>
    public ParkedMessage? ParkedHead { get; set; }

    /// <summary>Gets or sets a value indicating whether the key is parked after this.</summary>
    public bool IsParked { get; set; }

    /// <summary>Gets or sets when the rest of the parked queue is due, where more waits than was taken at once.</summary>
    public DateTimeOffset? NextParkedDueAt { get; set; }
}
