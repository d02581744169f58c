using System.Text;
using System.Text.Json;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Reads events, pushed or listed. Source: Stripe API reference, Events.</summary>
internal static class StripeEvents
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static Outcome<PaymentEvent> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            _ = StrictUtf8.GetCharCount(body.Span);
            var parsed = JsonSerializer.Deserialize(body.Span, StripeJson.Default.StripeEvent);
            if (parsed is not { Id: { Length: > 0 } id, Type: { Length: > 0 } type, Object: "event" })
            {
                return Outcome.Refused<PaymentEvent>(RefusalCode.Validation, "The body is genuine and no event that this client reads (thin events are another format).");
            }

            return Outcome.Of(Fill(parsed, new UnknownEvent
            {
                Id = id,
                Type = type,
                At = DateTimeOffset.FromUnixTimeSeconds(parsed.Created),
                Account = parsed.Account is { Length: > 0 } account ? new ConnectedAccountId(account) : null,
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
    private static PaymentEvent Fill(StripeEvent parsed, UnknownEvent unknown)
    {
        try
        {
            return FillKnown(parsed, unknown);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return unknown;
        }
    }

    private static PaymentEvent FillKnown(StripeEvent parsed, UnknownEvent unknown)
    {
        if (parsed.Data is not { Object.ValueKind: JsonValueKind.Object } data
            || !data.Object.TryGetProperty("object", out var kind)
            || !(data.Object.TryGetProperty("currency", out _) || kind.ValueEquals("account")))
        {
            return unknown;
        }

        var (item, seller) = (data.Object, unknown.Account);
        return kind.GetString() switch
        {
            "payment_intent" => new PaymentChanged
            {
                Id = unknown.Id, Type = unknown.Type, At = unknown.At, Account = seller, Raw = unknown.Raw,
                Payment = StripeMapping.FromIntent(item.Deserialize(StripeJson.Default.StripePaymentIntent)!, null, seller),
            },
            "refund" => new RefundChanged
            {
                Id = unknown.Id, Type = unknown.Type, At = unknown.At, Account = seller, Raw = unknown.Raw,
                Refund = StripeMapping.FromRefund(item.Deserialize(StripeJson.Default.StripeRefund)!, null, seller),
            },
            "dispute" => new DisputeChanged
            {
                Id = unknown.Id, Type = unknown.Type, At = unknown.At, Account = seller, Raw = unknown.Raw,
                Dispute = StripeMapping.FromDispute(item.Deserialize(StripeJson.Default.StripeDispute)!, seller),
            },
            "payout" => new PayoutChanged
            {
                Id = unknown.Id, Type = unknown.Type, At = unknown.At, Account = seller, Raw = unknown.Raw,
                Payout = StripeMapping.FromPayout(item.Deserialize(StripeJson.Default.StripePayout)!, seller),
            },
            "transfer" => new TransferChanged
            {
                Id = unknown.Id, Type = unknown.Type, At = unknown.At, Account = seller, Raw = unknown.Raw,
                Transfer = StripeLedgerMapping.FromTransfer(item.Deserialize(StripeConnectJson.Default.StripeTransfer)!),
            },
            "account" => new AccountChanged
            {
                Id = unknown.Id, Type = unknown.Type, At = unknown.At, Account = seller, Raw = unknown.Raw,
                ConnectedAccount = StripeConnectMapping.FromAccount(item.Deserialize(StripeConnectJson.Default.StripeAccount)!),
            },
            _ => unknown,
        };
    }
}
