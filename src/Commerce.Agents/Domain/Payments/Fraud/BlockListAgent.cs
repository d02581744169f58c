using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Sets and ends blocks; keys are what can be blocked, so that no value is part of a key.</summary>
/// <param name="options">The key of the hashes.</param>
public sealed class BlockListAgent(IOptions<PaymentAgentOptions> options) : IHandle<BlockEntity, BlockList>, IHandle<UnblockEntity, BlockList>
{
    private const int MaxReason = 500;

    /// <inheritdoc/>
    public async Task HandleAsync(BlockEntity message, AgentContext<BlockList> context, CancellationToken cancellationToken)
    {
        var now = context.Clock.GetUtcNow();
        var refusals = new Refusals();
        var hash = Hash(message.Kind, message.Value, refusals);
        refusals.Require(Refusals.IsText(message.Reason, MaxReason), "Reason", $"Reason is empty or too long: give 1 to {MaxReason} characters.");
        refusals.Require(!(message.Until <= now), "Until", $"Until is {message.Until:O}, which is past: give a later time, or none.");

        if (hash is null || refusals.Any)
        {
            context.Reply(refusals.Answer(""));
            return;
        }

        var block = new BlockedEntity
        {
            Id = BlockHash.Id(context.Message.Tenant, hash),
            Kind = message.Kind,
            ValueHash = hash,
            Reason = message.Reason.Trim(),
            BlockedAt = now,
            Until = message.Until,
        };
        await context.Repository<BlockedEntity>().PutAsync(block).ConfigureAwait(false);
        context.State = new BlockList { ChangedAt = now };
        context.Publish(new EntityBlocked(message.Kind, hash, message.Until));
        context.Reply(Answer.Done(block.Id.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(UnblockEntity message, AgentContext<BlockList> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        if (Hash(message.Kind, message.Value, refusals) is not { } hash)
        {
            context.Reply(refusals.Answer(""));
            return;
        }

        var id = BlockHash.Id(context.Message.Tenant, hash);
        if (!await context.Repository<BlockedEntity>().DeleteAsync(id).ConfigureAwait(false))
        {
            context.Reply(Answer.Refused(
                id.ToString(), new Refusal(RefusalCode.NotFound, $"This {message.Kind} is not blocked: check its spelling.") { Field = "Value" }));
            return;
        }

        context.State = new BlockList { ChangedAt = context.Clock.GetUtcNow() };
        context.Publish(new EntityUnblocked(message.Kind, hash));
        context.Reply(Answer.Done(id.ToString()));
    }

    private string? Hash(BlockedKind kind, string value, Refusals refusals)
    {
        var normal = BlockHash.Normalise(kind, value);
        refusals.Require(normal is not null, "Value", $"Value is no {kind}: give 1 to 512 characters in its usual form, a phone number with + and country.");
        if (options.Value.Fraud.BlockingKey is not { } key)
        {
            refusals.Add(RefusalCode.PolicyViolation, "Fraud.BlockingKey", "Nothing can be blocked without a key for the hashes: set Fraud.BlockingKey.");
            return null;
        }

        return normal is null ? null : BlockHash.Hash(key, kind, normal);
    }
}
