using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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

            return Outcome.Of(Fill(envelope, new UnknownEvent
            {
                Id = envelope.Id,
                Type = envelope.Type,
                At = DateTimeOffset.FromUnixTimeSeconds(envelope.Created),
                Account = envelope.Account is { Length: > 0 } account ? new ConnectedAccountId(account) : null,
                Raw = body,
            }));
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return Outcome.Refused<PaymentEvent>(RefusalCode.Validation, "The body is genuine and cannot be read as an event.");
        }
    }

    private static bool IsUnreadable(Exception exception) =>
        exception is JsonException or ArgumentException or FormatException or InvalidOperationException or OverflowException;

    /// <summary>Reads the object; with one that cannot be read the event stays unknown: it is genuine all the same.</summary>
    private static PaymentEvent Fill(in StripeEnvelope envelope, UnknownEvent unknown)
    {
        try
        {
            return FillKnown(envelope, unknown);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return unknown;
        }
    }

    private static PaymentEvent FillKnown(in StripeEnvelope envelope, UnknownEvent unknown)
    {
        var item = new Parser(envelope.Item);
        var seller = unknown.Account;
        return envelope.Kind switch
        {
            "payment_intent" => new PaymentChanged
            {
                Id = unknown.Id, Type = unknown.Type, At = unknown.At, Account = seller, Raw = unknown.Raw,
                Payment = StripeMapping.FromIntent(item.As(StripeJson.Default.StripePaymentIntent), null, seller),
            },
            "refund" => new RefundChanged
            {
                Id = unknown.Id, Type = unknown.Type, At = unknown.At, Account = seller, Raw = unknown.Raw,
                Refund = StripeMapping.FromRefund(item.As(StripeJson.Default.StripeRefund), null, seller),
            },
            "setup_intent" => new MethodSetupChanged
            {
                Id = unknown.Id, Type = unknown.Type, At = unknown.At, Account = seller, Raw = unknown.Raw,
                Setup = StripeMapping.FromSetup(item.As(StripeJson.Default.StripeSetupIntentWire), null, seller),
            },
            "dispute" => new DisputeChanged
            {
                Id = unknown.Id, Type = unknown.Type, At = unknown.At, Account = seller, Raw = unknown.Raw,
                Dispute = StripeMapping.FromDispute(item.As(StripeJson.Default.StripeDispute), seller),
            },
            "payout" => new PayoutChanged
            {
                Id = unknown.Id, Type = unknown.Type, At = unknown.At, Account = seller, Raw = unknown.Raw,
                Payout = StripeMapping.FromPayout(item.As(StripeJson.Default.StripePayout), seller),
            },
            "transfer" => new TransferChanged
            {
                Id = unknown.Id, Type = unknown.Type, At = unknown.At, Account = seller, Raw = unknown.Raw,
                Transfer = StripeLedgerMapping.FromTransfer(item.As(StripeConnectJson.Default.StripeTransfer)),
            },
            "account" => new AccountChanged
            {
                Id = unknown.Id, Type = unknown.Type, At = unknown.At, Account = seller, Raw = unknown.Raw,
                ConnectedAccount = StripeConnectMapping.FromAccount(item.As(StripeConnectJson.Default.StripeAccount)),
            },
            _ => unknown,
        };
    }

    private readonly ref struct Parser(ReadOnlySpan<byte> json)
    {
        private readonly ReadOnlySpan<byte> _json = json;

        internal T As<T>(JsonTypeInfo<T> type)
            where T : class => JsonSerializer.Deserialize(_json, type) ?? throw new JsonException("The object is null.");
    }
}
