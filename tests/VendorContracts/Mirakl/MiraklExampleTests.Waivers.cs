using Commerce.VendorContracts.Examples;
using static Commerce.VendorContracts.Examples.Waiver;

namespace Commerce.VendorContracts.Mirakl;

public sealed partial class MiraklExampleTests
{
    private const string Parcel = "A parcel is told by its tracking number; the order's page at the marketplace has the rest.";
    private const string OtherSteps = "Created, changed and to be shipped by are told; the times of single steps have no member.";
    private const string Texts = "Names for people to read; our result names by key or by the buyer.";

    private static Waiver[] ShipmentWaivers =>
    [
        .. Waive(
            "Errors are told by parcel, in the order of the parcels, since one call ships one order.", "shipment_errors.order_id"),
        .. Waive(
            Parcel,
            "shipment_success.created_date", "shipment_success.id", "shipment_success.invoice_reference", "shipment_success.order_id",
            "shipment_success.shipment_additional_information.**", "shipment_success.shipment_lines.**", "shipment_success.shipped_date",
            "shipment_success.shipping_from.**", "shipment_success.status", "shipment_success.status_customer_debit",
            "shipment_success.tracking.carrier_code", "shipment_success.tracking.carrier_name",
            "shipment_success.tracking.carrier_standard_code", "shipment_success.tracking.tracking_url"),
    ];

    private static Waiver[] KnownShipmentWaivers => Waive(
        Parcel,
        "data.created_date", "data.id", "data.invoice_reference", "data.last_updated_date", "data.order_id", "data.payment_details.**",
        "data.shipment_additional_information.**", "data.shipment_lines.**", "data.shipped_date", "data.shipping_from.**", "data.status",
        "data.status_customer_debit", "data.tracking.carrier_code", "data.tracking.carrier_estimated_delivery_date.**",
        "data.tracking.carrier_name", "data.tracking.carrier_standard_code", "data.tracking.last_known_location.**",
        "data.tracking.milestones.**", "data.tracking.tracking_url", "data.tracking.validity_status");

    private static Waiver[] OfferWaivers =>
    [
        .. Waive("Prices by channel, time, quantity or customer have no member; Price is the one that applies.",
            "offers.all_prices.**", "offers.applicable_pricing.**", "offers.discount.**", "offers.channels", "offers.price_additional_info"),
        .. Waive("Price and shipping are told apart elsewhere; shipping cost is the operator's.",
            "offers.total_price", "offers.min_shipping_price", "offers.min_shipping_price_additional", "offers.min_shipping_type",
            "offers.min_shipping_zone"),
        .. Waive("The catalogue's words about the product: our catalogue has its own.",
            "offers.category_code", "offers.category_label", "offers.description", "offers.product_brand", "offers.product_description",
            "offers.product_references.**", "offers.eco_contributions.**", "offers.offer_additional_fields.**"),
        .. Waive("Terms of sale and of shipping have no member.",
            "offers.allow_quote_requests", "offers.available_end_date", "offers.available_start_date", "offers.fulfillment.center.code",
            "offers.leadtime_to_ship", "offers.logistic_class.**", "offers.min_order_quantity", "offers.package_quantity",
            "offers.shipping_deadline"),
        .. Waive("Quantity is the whole; single warehouses have no member.", "offers.warehouses.**"),
    ];

    private static Waiver[] ThreadWaivers =>
    [
        .. Waive("Who may take part is asked for when a message is sent, not listed.",
            "data.authorized_participants.**", "data.current_participants.**", "data.customer_organization.**"),
        .. Waive("The messages themselves say who wrote last and how many there are.",
            "data.metadata.last_message_date", "data.metadata.last_sender.**", "data.metadata.total_count"),
        .. Waive(Texts, "data.entities.label"),
        .. Waive("A subject is a text for us, whether it was chosen or written.", "data.topic.type"),
    ];

    private static Waiver[] MessageWaivers =>
    [
        .. Waive(Texts,
            "authorized_participants.display_name", "current_participants.**", "customer_organization.**", "entities.label",
            "messages.from.display_name", "messages.from.organization_details.**"),
        .. Waive("The readers of a message have no member.", "messages.to.**"),
        .. Waive("An attachment is told by its key; its download is not implemented.", "messages.attachments.name", "messages.attachments.size"),
        .. Waive("The messages themselves say who wrote last and how many there are.",
            "metadata.last_message_date", "metadata.last_sender.**", "metadata.total_count"),
        .. Waive("A subject is a text for us, whether it was chosen or written.", "topic.type"),
    ];

    private static Waiver[] ImportWaivers => Waive(
        "A batch tells the outcome of each item; the import is the one that was asked for.",
        "date_created", "import_id", "lines_in_error", "lines_in_success", "shop_id");

    private static Waiver[] PriceImportWaivers =>
    [
        .. Waive(
            "A batch tells the outcome of each item; the import is the one that was asked for.",
            "data.date_created", "data.import_id", "data.lines_in_error", "data.lines_in_success", "data.offers_in_error",
            "data.offers_updated", "data.origin", "data.shop_id"),
        .. Waive("A reason is told for an import that failed, which this one has not.", "data.reason_status"),
        .. Waive("One import is asked for, so there is one page.", "next_page_token", "previous_page_token"),
    ];

    /// <summary>For the examples of an order in which they occur.</summary>
    private static Waiver[] OrderWaivers =>
    [
        .. Waive(OtherSteps,
            "orders.acceptance_decision_date", "orders.customer_debited_date", "orders.delivery_date.**", "orders.leadtime_to_ship",
            "orders.transaction_date", "orders.order_lines.created_date", "orders.order_lines.debited_date",
            "orders.order_lines.last_updated_date", "orders.order_lines.received_date", "orders.order_lines.shipped_date"),
        .. Waive("The state says what the seller may do.", "orders.can_cancel", "orders.can_shop_ship", "orders.order_lines.can_refund"),
        .. Waive("The operator's own storefronts, zones, methods and payment have no member; the order's raw JSON has them.",
            "orders.channel.**", "orders.fulfillment.center.code", "orders.paymentType", "orders.payment_type", "orders.payment_workflow",
            "orders.shipping_type_label", "orders.shipping_type_standard_code", "orders.shipping_zone_code", "orders.shipping_zone_label",
            "orders.shipping_carrier_standard_code", "orders.transaction_number", "orders.customer_directly_pays_seller",
            "orders.invoice_details.**", "orders.quote_id"),
        .. Waive("Conversations and documents are asked for themselves.", "orders.has_customer_message", "orders.has_invoice"),
        .. Waive("The buyer is one person with two addresses; companies' further contacts have no member.",
            "orders.customer.accounting_contact.**", "orders.customer.delivery_contact.**", "orders.customer.organization.**",
            "orders.customer.civility", "orders.customer.billing_address.civility", "orders.customer.shipping_address.civility",
            "orders.customer.billing_address.company_2", "orders.customer.shipping_address.company_2",
            "orders.customer.billing_address.phone_secondary", "orders.customer.shipping_address.phone_secondary"),
        .. Waive("A label for people; the country is told by its code.",
            "orders.customer.billing_address.country", "orders.customer.shipping_address.country"),
        .. Waive("References that others gave have no member; the raw JSON has them.", "orders.references.**"),
        .. Waive("The parts of a total are told in the lines.",
            "orders.promotions.total_deduced_amount", "orders.order_taxes.**", "orders.order_lines.total_price",
            "orders.order_lines.origin_unit_price"),
        .. Waive("A tax is told as its amount by code, not by its rate.",
            "orders.order_lines.taxes.rate", "orders.order_lines.taxes.tax_calculation_rule",
            "orders.order_lines.taxes.origin_unit_amount", "orders.order_lines.taxes.purchase_tax.**",
            "orders.order_lines.shipping_taxes.rate", "orders.order_lines.shipping_taxes.tax_calculation_rule",
            "orders.order_lines.shipping_taxes.purchase_tax.**", "orders.order_lines.tax_legal_notice"),
        .. Waive("Commission is told as its total; how it is made up and taxed is the operator's account.",
            "orders.order_lines.commission_fee", "orders.order_lines.commission_rate_vat", "orders.order_lines.commission_taxes.**",
            "orders.order_lines.commission_vat", "orders.order_lines.fees.**", "orders.order_lines.purchase_information.**"),
        .. Waive("What is cancelled is told in pieces; its money has no member.", CancelationPaths),
        .. Waive("What is paid back is told as one amount for the line.",
            "orders.order_lines.refunds.commission_amount", "orders.order_lines.refunds.commission_tax_amount",
            "orders.order_lines.refunds.commission_taxes.**", "orders.order_lines.refunds.commission_total_amount",
            "orders.order_lines.refunds.created_date", "orders.order_lines.refunds.fees.**", "orders.order_lines.refunds.id",
            "orders.order_lines.refunds.order_refund_id", "orders.order_lines.refunds.purchase_information.**",
            "orders.order_lines.refunds.quantity", "orders.order_lines.refunds.reason_code", "orders.order_lines.refunds.state",
            "orders.order_lines.refunds.tax_legal_notice", "orders.order_lines.refunds.taxes.code", "orders.order_lines.refunds.taxes.rate",
            "orders.order_lines.refunds.taxes.purchase_tax.**", "orders.order_lines.refunds.shipping_taxes.code",
            "orders.order_lines.refunds.shipping_taxes.rate", "orders.order_lines.refunds.shipping_taxes.purchase_tax.**"),
        .. Waive("A line is told by its key, its SKU and its product; the catalogue's words and the operator's fields have no member.",
            "orders.order_lines.category_code", "orders.order_lines.category_label", "orders.order_lines.eco_contributions.**",
            "orders.order_lines.offer_id", "orders.order_lines.offer_state_code", "orders.order_lines.order_line_additional_fields.**",
            "orders.order_lines.order_line_index", "orders.order_lines.price_additional_info", "orders.order_lines.product_medias.**",
            "orders.order_lines.product_shop_sku", "orders.order_lines.shipping_from.**"),
    ];

    private static Waiver[] WithoutCountryWaivers => Waive(
        "This older fixture names no country_iso_code, which the contract requires: an address without a country is none to ship to.",
        "orders.customer.billing_address.**", "orders.customer.shipping_address.**");

    private static string[] CancelationPaths =>
    [
        .. ((string[])
        [
            "amount", "amount_breakdown.**", "commission_amount", "commission_total_amount", "created_date", "fees.**", "id",
            "purchase_information.**", "reason_code", "shipping_amount", "shipping_amount_breakdown.**", "shipping_taxes.**", "taxes.**",
        ]).Select(path => "orders.order_lines.cancelations." + path),
    ];
}
