using System.Globalization;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Closes the day with carriers.</summary>
/// <param name="carriers">The carriers.</param>
/// <param name="labels">Where documents are kept.</param>
public sealed class ManifestAgent(CarrierManager carriers, ILabelStore labels) : IHandle<CloseManifest, ClosedManifests>
{
    private readonly LabelDesk _desk = new(labels);

    /// <inheritdoc/>
    public async Task HandleAsync(CloseManifest message, AgentContext<ClosedManifests> context, CancellationToken cancellationToken)
    {
        var id = ShippingKeys.Manifest(message.Account, message.Date);
        var client = carriers.Carriers.FirstOrDefault(carrier => carrier.Account == message.Account);
        if (client is null)
        {
            var accounts = string.Join(", ", carriers.Carriers.Select(static carrier => carrier.Account));
            Refuse(new Refusal(RefusalCode.NotFound, $"No carrier account is named {message.Account}: give one of {accounts}.") { Field = nameof(message.Account) });
            return;
        }

        var support = client.Capabilities.Supports(CarrierFeature.Manifests);
        if (client is not IManifestClient manifests || !support.IsSupported)
        {
            var reason = support.Reason ?? "its API has no such call.";
            Refuse(new Refusal(RefusalCode.NotSupported, $"{client.Carrier} closes no manifests: {reason}") { Field = nameof(message.Account) });
            return;
        }

        // A carrier that finds shipments by their keys finds no manifests by them.
        var recovery = client.Capabilities.FeatureRecovery.GetValueOrDefault(CarrierFeature.Manifests, client.Capabilities.Recovery);
        var outcome = await context.OnceAsync(
            "manifest",
            key => CloseAsync(manifests, message, id, key, cancellationToken),
            recovery == LostAnswerRecovery.RepeatIsSafe ? recovery : LostAnswerRecovery.None).ConfigureAwait(false);
        if (outcome.Refusal is { } refusal)
        {
            Refuse(new Refusal(RefusalCode.ExternalRejected, $"{client.Carrier} does not close the manifest: {refusal}"));
            return;
        }

        context.State = new ClosedManifests { Count = context.State.Count + 1 };
        context.Publish(new ManifestClosed(message.Account, message.Date, outcome.Numbers, outcome.Documents));
        context.Reply(Answer.Done(id));

        void Refuse(Refusal reason) => context.Reply(Answer.Refused(id, reason));
    }

    private async Task<ManifestOutcome> CloseAsync(
        IManifestClient client, CloseManifest message, string id, OperationKey key, CancellationToken cancellationToken)
    {
        var outcome = await client.CloseManifestAsync(
            new ManifestRequest { Key = key, TrackingNumbers = message.TrackingNumbers, Date = message.Date }, cancellationToken).ConfigureAwait(false);
        if (!outcome.TryGet(out var closed, out var refusal))
        {
            return new ManifestOutcome([], [], refusal.Message);
        }

        var number = $"manifest-{id.Replace('/', '-')}-{key}";
        var documents = closed.SelectMany(static manifest => manifest.Documents).ToList();
        var names = await _desk.KeepAsync(number, documents, static index => (index + 1).ToString(CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
        return new ManifestOutcome([.. closed.Select(static manifest => manifest.Number).OfType<string>()], names);
    }
}
