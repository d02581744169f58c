using Commerce.Carriers.Dpd;
using Xunit;

namespace Commerce.Carriers.Tests.Dpd;

/// <summary>Both tables of tracking, row by row.</summary>
public sealed class DpdStatusTests
{
    public static readonly TheoryData<string, string, string?> States = new()
    {
        { "SHIPMENT", "created", null },
        { "AtSender", "created", null },
        { "PickedUp", "in_transit", null },
        { "BetweenDepots", "in_transit", null },
        { "Depot", "in_transit", null },
        { "Warehouse", "in_transit", null },
        { "Consolidation", "in_transit", null },
        { "Customs", "in_transit", null },
        { "Courier", "out_for_delivery", null },
        { "ReturningFromDelivery", "exception", "other" },
        { "DeliveryFailure", "exception", "other" },
        { "ParcelShop", "available_for_pickup", null },
        { "Delivered", "delivered", null },
        { "Returned", "returned", null },
        { "ReturnToSender", "returned", null },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void State_of_the_shipper_webservices_means(string state, string status, string? incident) =>
        Assert.Equal((status, incident), Words(DpdStatus.OfShipper(state)));

    [Fact]
    public void Every_state_is_claimed() => Assert.Equal(
        DpdStatus.ShipperStates.Keys.Order(StringComparer.Ordinal), States.Select(row => (string)((object[])row)[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void State_that_nobody_knows_stays_visible_as_unknown() => Assert.Equal(("unknown", null), Words(DpdStatus.OfShipper("Teleported")));

    [Theory]
    [InlineData("Colis livré", "delivered", null)]
    [InlineData("LIVRE AU DESTINATAIRE", "delivered", null)]
    [InlineData("Marchandise livrée à l'adresse indiquée", "delivered", null)]
    [InlineData("Livraison en cours", "out_for_delivery", null)]
    [InlineData("Colis en tournée", "out_for_delivery", null)]
    [InlineData("Colis disponible", "available_for_pickup", null)]
    [InlineData("En attente au point relais", "available_for_pickup", null)]
    [InlineData("Retour à l'expéditeur", "returned", null)]
    [InlineData("Destinataire absent, votre colis sera livré demain", "failed_attempt", "recipient_absent")]
    [InlineData("Refus du destinataire", "exception", "refused")]
    [InlineData("Adresse incomplète", "exception", "address_problem")]
    [InlineData("Incident de transport", "exception", "other")]
    [InlineData("Colis non livré", "exception", "other")]
    [InlineData("Votre colis n'a pas pu être livré", "exception", "other")]
    [InlineData("Colis annulé", "cancelled", null)]
    [InlineData("Colis annoncé par l'expéditeur", "created", null)]
    [InlineData("En préparation chez l'expéditeur", "created", null)]
    [InlineData("Colis à livrer", "unknown", null)]
    [InlineData("Colis téléporté", "unknown", null)]
    [InlineData("Pris en charge par DPD", "in_transit", null)]
    [InlineData("En transit", "in_transit", null)]
    [InlineData("Arrivé à l'agence", "in_transit", null)]
    [InlineData("", "unknown", null)]
    public void Sentence_of_webtrace_means(string sentence, string status, string? incident) =>
        Assert.Equal((status, incident), Words(DpdStatus.OfWebTrace(sentence)));

    private static (string Status, string? Incident) Words((TrackingStatus Status, IncidentReason? Incident) read) => (read.Status.Value, read.Incident?.Value);
}
