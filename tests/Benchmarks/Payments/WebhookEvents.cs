using System.Globalization;
using System.Text;
using Commerce.Payments.Stripe;

namespace Commerce.Benchmarks.Payments;

/// <summary>Signed events in Stripe's shape with invented data: payments, refunds, payouts, and charges that nobody reads.</summary>
internal static class WebhookEvents
{
    internal const string Secret = "whsec_benchmark";

    internal static IReadOnlyList<(byte[] Body, string Header)> Make(DateTimeOffset at) => [.. Enumerable.Range(0, 64).Select(number =>
    {
        var body = Encoding.UTF8.GetBytes(Envelope(number, at, (number % 4) switch
        {
            0 => ("payment_intent.succeeded", Payment(number)),
            1 => ("refund.updated", Refund(number)),
            2 => ("payout.paid", Payout(number)),
            _ => ("charge.refunded", Charge(number)),
        }));
        return (body, StripeWebhookHeader.Make(body, at, Secret));
    })];

    private static string Envelope(int number, DateTimeOffset at, (string Type, string Object) told) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"evt_bench{{number:D6}}","object":"event","api_version":"2026-07-29.dahlia","created":{{at.ToUnixTimeSeconds()}},"data":{"object":{{told.Object}}},"livemode":false,"pending_webhooks":1,"request":{"id":"req_bench{{number:D6}}","idempotency_key":"order-{{number}}-pay"},"type":"{{told.Type}}"}""");

    private static string Payment(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"id":"pi_bench{{{number:D6}}}","object":"payment_intent","amount":{{{10_000 + number}}},"amount_capturable":0,"amount_details":{"tip":{}},"amount_received":{{{10_000 + number}}},"application":null,"application_fee_amount":1200,"automatic_payment_methods":{"allow_redirects":"never","enabled":true},"canceled_at":null,"cancellation_reason":null,"capture_method":"automatic_async","client_secret":"pi_bench{{{number:D6}}}_secret_invented","confirmation_method":"automatic","created":1785340800,"currency":"eur","customer":null,"description":"Order {{{number}}}","excluded_payment_method_types":null,"last_payment_error":null,"latest_charge":"ch_bench{{{number:D6}}}","livemode":false,"metadata":{"order_id":"ORD-{{{number}}}","payment_id":"01990000-0000-7000-8000-{{{number:D12}}}"},"next_action":null,"on_behalf_of":null,"payment_method":"pm_bench{{{number:D6}}}","payment_method_configuration_details":{"id":"pmc_bench","parent":null},"payment_method_options":{"card":{"installments":null,"mandate_options":null,"network":null,"request_three_d_secure":"automatic"}},"payment_method_types":["card"],"processing":null,"receipt_email":null,"review":null,"setup_future_usage":null,"shipping":null,"source":null,"statement_descriptor":null,"statement_descriptor_suffix":null,"status":"succeeded","transfer_data":{"destination":"acct_bench"},"transfer_group":"ORD-{{{number}}}"}""");

    private static string Refund(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"id":"re_bench{{{number:D6}}}","object":"refund","amount":{{{2_500 + number}}},"balance_transaction":"txn_bench{{{number:D6}}}","charge":"ch_bench{{{number:D6}}}","created":1785344461,"currency":"eur","destination_details":{"card":{"reference":"74000000000000000000000","reference_status":"available","reference_type":"acquirer_reference_number","type":"refund"},"type":"card"},"metadata":{"refund_key":"return-{{{number}}}-1"},"payment_intent":"pi_bench{{{number:D6}}}","reason":"requested_by_customer","receipt_number":null,"source_transfer_reversal":null,"status":"succeeded","transfer_reversal":null}""");

    private static string Payout(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"id":"po_bench{{{number:D6}}}","object":"payout","amount":{{{8_800 + number}}},"application_fee":null,"application_fee_amount":null,"arrival_date":1785686400,"automatic":false,"balance_transaction":"txn_bench{{{number:D6}}}","created":1785427200,"currency":"eur","description":"Payout","destination":"ba_bench","failure_balance_transaction":null,"failure_code":null,"failure_message":null,"livemode":false,"metadata":{"payout_key":"merchant-{{{number}}}"},"method":"standard","original_payout":null,"reconciliation_status":"not_applicable","reversed_by":null,"source_type":"card","statement_descriptor":null,"status":"paid","trace_id":{"status":"supported","value":"DE00000000000000000000"},"type":"bank_account"}""");

    private static string Charge(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"id":"ch_bench{{{number:D6}}}","object":"charge","amount":{{{10_000 + number}}},"amount_captured":{{{10_000 + number}}},"amount_refunded":2500,"application":null,"application_fee":null,"application_fee_amount":null,"balance_transaction":"txn_bench{{{number:D6}}}","billing_details":{"address":{"city":null,"country":null,"line1":null,"line2":null,"postal_code":null,"state":null},"email":null,"name":null,"phone":null,"tax_id":null},"calculated_statement_descriptor":"LAMPS","captured":true,"created":1785340860,"currency":"eur","customer":null,"description":"Order {{{number}}}","disputed":false,"failure_balance_transaction":null,"failure_code":null,"failure_message":null,"fraud_details":{},"livemode":false,"metadata":{"order_id":"ORD-{{{number}}}"},"on_behalf_of":null,"outcome":{"advice_code":null,"network_advice_code":null,"network_decline_code":null,"network_status":"approved_by_network","reason":null,"risk_level":"normal","risk_score":12,"seller_message":"Payment complete.","type":"authorized"},"paid":true,"payment_intent":"pi_bench{{{number:D6}}}","payment_method":"pm_bench{{{number:D6}}}","payment_method_details":{"card":{"amount_authorized":{{{10_000 + number}}},"authorization_code":null,"brand":"visa","checks":{"address_line1_check":null,"address_postal_code_check":null,"cvc_check":"pass"},"country":"FR","exp_month":12,"exp_year":2030,"extended_authorization":{"status":"disabled"},"funding":"credit","incremental_authorization":{"status":"unavailable"},"installments":null,"last4":"4242","mandate":null,"multicapture":{"status":"unavailable"},"network":"visa","network_token":{"used":false},"overcapture":{"maximum_amount_capturable":{{{10_000 + number}}},"status":"unavailable"},"regulated_status":"unregulated","three_d_secure":null,"wallet":null},"type":"card"},"receipt_email":null,"receipt_number":null,"receipt_url":null,"refunded":false,"review":null,"shipping":null,"source":null,"source_transfer":null,"statement_descriptor":null,"statement_descriptor_suffix":null,"status":"succeeded","transfer_data":null,"transfer_group":"ORD-{{{number}}}"}""");
}
