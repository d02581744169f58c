using System.Collections.Frozen;

namespace Commerce.Payments;

/// <summary>Which steps payments, refunds and disputes take. What is not listed is refused.</summary>
/// <remarks>
/// A gateway tells states late, twice and out of order, so that steps may be left out on the way. <see cref="Leads(PaymentState, PaymentState)"/>
/// says whether a state lies ahead of another; whatever does not is old news.
/// </remarks>
public static class PaymentTransitions
{
    private static readonly FrozenDictionary<PaymentState, PaymentState[]> Payments = new Dictionary<PaymentState, PaymentState[]>
    {
        [PaymentState.Pending] = [PaymentState.Processing, PaymentState.Cancelled],
        [PaymentState.Processing] = [PaymentState.Authorized, PaymentState.Succeeded, PaymentState.Failed],
        [PaymentState.Failed] = [PaymentState.Pending],
        [PaymentState.Authorized] = [PaymentState.Succeeded, PaymentState.Cancelled, PaymentState.Expired],
        [PaymentState.Succeeded] = [PaymentState.PartiallyRefunded, PaymentState.Refunded],
        [PaymentState.PartiallyRefunded] = [PaymentState.PartiallyRefunded, PaymentState.Refunded],
        [PaymentState.Cancelled] = [],
        [PaymentState.Expired] = [],
        [PaymentState.Refunded] = [],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<RefundState, RefundState[]> Refunds = new Dictionary<RefundState, RefundState[]>
    {
        [RefundState.Pending] = [RefundState.Approved, RefundState.Rejected],
        [RefundState.Approved] = [RefundState.Processing],
        [RefundState.Processing] = [RefundState.Completed, RefundState.Failed],
        [RefundState.Failed] = [RefundState.Processing],

        // Money that was paid back may return days later: the card was closed.
        [RefundState.Completed] = [RefundState.Failed],
        [RefundState.Rejected] = [],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<DisputeState, DisputeState[]> Disputes = new Dictionary<DisputeState, DisputeState[]>
    {
        [DisputeState.Open] = [DisputeState.UnderReview, DisputeState.Won, DisputeState.Lost, DisputeState.Accepted],
        [DisputeState.UnderReview] = [DisputeState.Won, DisputeState.Lost, DisputeState.Accepted],
        [DisputeState.Won] = [],
        [DisputeState.Lost] = [],
        [DisputeState.Accepted] = [],
    }.ToFrozenDictionary();

    /// <summary>Tells whether a payment takes a step.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    /// <returns>True when it does.</returns>
    public static bool Allows(PaymentState from, PaymentState to) => Payments[from].Contains(to);

    /// <summary>Tells whether a refund takes a step.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    /// <returns>True when it does.</returns>
    public static bool Allows(RefundState from, RefundState to) => Refunds[from].Contains(to);

    /// <summary>Tells whether a dispute takes a step.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    /// <returns>True when it does.</returns>
    public static bool Allows(DisputeState from, DisputeState to) => Disputes[from].Contains(to);

    /// <summary>Tells whether a payment comes from one state to another by one step or several.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    /// <returns>True when it does.</returns>
    public static bool Leads(PaymentState from, PaymentState to)
    {
        var seen = new HashSet<PaymentState>();
        var open = new Stack<PaymentState>([from]);
        while (open.TryPop(out var state))
        {
            foreach (var next in Payments[state].Where(seen.Add))
            {
                if (next == to)
                {
                    return true;
                }

                open.Push(next);
            }
        }

        return false;
    }
}
