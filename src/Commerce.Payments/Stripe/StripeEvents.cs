using System.Text.Json;
using System.Text.Unicode;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Reads events, pushed or listed. Source: Stripe API reference, Events.</summary>
internal static class StripeEvents
{
    internal static Outcome<PaymentEvent> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            if (!Utf8.IsValid(body.Span))
            {
                return Outcome.Refused<PaymentEvent>(RefusalCode.Validation, "The body is genuine and no UTF-8.");
            }

            var envelope = StripeEnvelope.Read(body.Span);
            if (envelope is not { Id.Length: > 0, Type.Length: > 0, Object: "event" })
            {
                return Outcome.Refused<PaymentEvent>(RefusalCode.Validation, "The body is genuine and no event that this client reads (thin events are another format).");
            }

            return Outcome.Of(Fill(envelope, body));
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return Outcome.Refused<PaymentEvent>(RefusalCode.Validation, "The body is genuine and cannot be read as an event.");
        }
    }

    internal static bool IsUnreadable(Exception exception) =>
        exception is JsonException or ArgumentException or FormatException or InvalidOperationException or OverflowException;

    /// <summary>Maps the object; with one that cannot be mapped the event stays unknown: it is genuine all the same.</summary>
    private static PaymentEvent Fill(in StripeEnvelope envelope, ReadOnlyMemory<byte> body)
    {
        var (id, type, at) = (envelope.Id!, envelope.Type!, DateTimeOffset.FromUnixTimeSeconds(envelope.Created));
        ConnectedAccountId? seller = envelope.Account is { Length: > 0 } account ? new ConnectedAccountId(account) : null;
        try
        {
            switch (envelope.Item)
            {
                case StripePaymentIntent item:
                    return new PaymentChanged { Id = id, Type = type, At = at, Account = seller, Raw = body, Payment = StripeMapping.FromIntent(item, null, seller) };
                case StripeRefund item:
                    return new RefundChanged { Id = id, Type = type, At = at, Account = seller, Raw = body, Refund = StripeMapping.FromRefund(item, null, seller) };
                case StripeSetupIntentWire item:
                    return new MethodSetupChanged { Id = id, Type = type, At = at, Account = seller, Raw = body, Setup = StripeMapping.FromSetup(item, null, seller) };
                case StripeDispute item:
                    return new DisputeChanged { Id = id, Type = type, At = at, Account = seller, Raw = body, Dispute = StripeMapping.FromDispute(item, seller) };
                case StripePayout item:
                    return new PayoutChanged { Id = id, Type = type, At = at, Account = seller, Raw = body, Payout = StripeMapping.FromPayout(item, seller) };
                case StripeTransfer item:
                    return new TransferChanged { Id = id, Type = type, At = at, Account = seller, Raw = body, Transfer = StripeLedgerMapping.FromTransfer(item) };
                case StripeAccount item:
                    return new AccountChanged { Id = id, Type = type, At = at, Account = seller, Raw = body, ConnectedAccount = StripeConnectMapping.FromAccount(item) };
                default:
                    break;
            }
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            // What it is about is in the raw event.
        }

        return new UnknownEvent { Id = id, Type = type, At = at, Account = seller, Raw = body };
    }
}
