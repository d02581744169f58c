using System.Globalization;
using System.Xml;

namespace Commerce.Carriers.Chronopost;

internal static partial class ChronopostRequests
{
    private const int ContentLength = 45;

    // Goods without a parcel of their own are in the first one.
    private static List<CustomsItem> ItemsOf(CustomsDeclaration customs, int parcel) =>
        [.. customs.Items.Where(item => (item.Parcel ?? 0) == parcel)];

    private static Money ValueOf(List<CustomsItem> items, CustomsDeclaration customs) => items.Aggregate(
        Money.Zero(customs.Items[0].UnitValue.Currency), static (total, item) => total + (item.UnitValue * item.Quantity).Round());

    private static void WriteCustoms(XmlWriter writer, ShipmentRequest request, CustomsDeclaration customs, int parcel)
    {
        var items = ItemsOf(customs, parcel);
        var value = ValueOf(items, customs);
        writer.WriteStartElement("customsValue");
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            var weight = Number(item.UnitWeight.Kilograms * item.Quantity);
            writer.WriteStartElement("articlesValue");
            Element(writer, "content", Text(item.Description, ContentLength));
            Element(writer, "grossWeight", weight);
            Element(writer, "hscode", item.HsCode);
            Element(writer, "netWeight", weight);
            Element(writer, "origin", item.Origin.Value);
            Element(writer, "position", (i + 1).ToString(CultureInfo.InvariantCulture));
            Element(writer, "quantity", item.Quantity.ToString(CultureInfo.InvariantCulture));
            Element(writer, "value", Number((item.UnitValue * item.Quantity).Round().Amount));
            writer.WriteEndElement();
        }

        Element(writer, "currency", value.Currency.Code);
        Element(writer, "description", Text(items.Count == 0 ? "" : items[0].Description, ContentLength));
        Element(writer, "eori", request.Sender.Eori);
        Element(writer, "incoterm", customs.Incoterm.Value.ToUpperInvariant());
        Element(writer, "numberOfItems", items.Count.ToString(CultureInfo.InvariantCulture));
        Element(writer, "value", Number(value.Amount));
        Element(writer, "vatNumber", request.Sender.VatNumber);
        writer.WriteEndElement();
    }
}
