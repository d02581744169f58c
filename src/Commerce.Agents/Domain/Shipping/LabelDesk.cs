using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Buys labels and keeps their documents.</summary>
/// <param name="labels">Where they are kept.</param>
internal sealed class LabelDesk(ILabelStore labels)
{
    private const string Step = "label";

    /// <summary>Chooses the form of a carrier's labels: PDF, else ZPL, else what it has.</summary>
    internal static LabelSpecification LabelOf(ICarrierClient client) =>
        client.Capabilities.Labels.FirstOrDefault(label => label.Format == LabelFormat.Pdf)
        ?? client.Capabilities.Labels.FirstOrDefault(label => label.Format == LabelFormat.Zpl)
        ?? client.Capabilities.Labels[0];

    /// <summary>
    /// Buys a label once, whatever crashes. The answer has a refusal when this carrier sold none: it said no, or it did not answer often enough and it
    /// is sure that nothing was bought; only then may another carrier get the parcel.
    /// </summary>
    internal async Task<LabelPurchase> BuyAsync(
        AgentContext context,
        ICarrierClient client,
        string number,
        int maxTries,
        Func<OperationKey, Task<Outcome<Shipment>>> buy,
        CancellationToken cancellationToken)
    {
        try
        {
            return await context.OnceAsync(
                Step,
                async key => await KeepAsync(number, await buy(key).ConfigureAwait(false), cancellationToken).ConfigureAwait(false),
                client.Capabilities.Recovery,
                key => FindAsync(client, number, key, cancellationToken)).ConfigureAwait(false);
        }
        catch (CommerceException exception) when (!exception.IsTransient && !exception.IsOutcomeUnknown)
        {
            return new LabelPurchase(null, Refusal: exception.Message);
        }
        catch (CommerceException exception) when (context.Message.Attempt >= maxTries)
        {
            if (exception.IsOutcomeUnknown && !await IsAbsentAsync(client, context.KeyOf(Step), cancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            return new LabelPurchase(null, Refusal: exception.Message);
        }
    }

    /// <summary>Keeps documents under names that begin with a number.</summary>
    internal async Task<IReadOnlyList<string>> KeepAsync(
        string number, IReadOnlyList<ShippingDocument> documents, Func<int, string> mark, CancellationToken cancellationToken)
    {
        var names = new List<string>(documents.Count);
        for (var i = 0; i < documents.Count; i++)
        {
            var name = $"{number}-{mark(i)}.{documents[i].Format}";
            await labels.SaveAsync(name, documents[i].Content, cancellationToken).ConfigureAwait(false);
            names.Add(name);
        }

        return names;
    }

    private static async Task<bool> IsAbsentAsync(ICarrierClient client, OperationKey key, CancellationToken cancellationToken) =>
        client is IShipmentFinder finder && await FindAsync(finder, client, key, cancellationToken).ConfigureAwait(false) is null;

    private static Task<Shipment?> FindAsync(IShipmentFinder finder, ICarrierClient client, OperationKey key, CancellationToken cancellationToken) =>
        finder.FindShipmentAsync(new FindShipmentRequest { Key = key, Label = LabelOf(client) }, cancellationToken);

    private async Task<LabelPurchase?> FindAsync(ICarrierClient client, string number, OperationKey key, CancellationToken cancellationToken) =>
        client is IShipmentFinder finder && await FindAsync(finder, client, key, cancellationToken).ConfigureAwait(false) is { } shipment
            ? await KeepAsync(number, shipment, cancellationToken).ConfigureAwait(false)
            : null;

    private async Task<LabelPurchase> KeepAsync(string number, Outcome<Shipment> outcome, CancellationToken cancellationToken) =>
        outcome.TryGet(out var shipment, out var refusal)
            ? await KeepAsync(number, shipment, cancellationToken).ConfigureAwait(false)
            : new LabelPurchase(null, Refusal: refusal.Message);

    private async Task<LabelPurchase> KeepAsync(string number, Shipment shipment, CancellationToken cancellationToken)
    {
        var names = await KeepAsync(number, shipment.Documents, Mark, cancellationToken).ConfigureAwait(false);
        return new LabelPurchase(shipment.TrackingNumber, shipment.Price) { CarrierShipmentId = shipment.Id, Labels = names };

        string Mark(int index) =>
            (shipment.Documents[index].TrackingNumber ?? shipment.Parcels[Math.Min(index, shipment.Parcels.Count - 1)].TrackingNumber).Value;
    }
}
