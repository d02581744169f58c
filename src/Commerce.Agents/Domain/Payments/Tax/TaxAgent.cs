using Commerce.Agents.Entities;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Calculates tax and keeps what was calculated. Keys are sellers, whose sales to other member states it adds up.</summary>
/// <param name="validator">Asks the authority about VAT numbers.</param>
/// <param name="options">Rates and limits.</param>
public sealed class TaxAgent(IVatNumberValidator validator, IOptions<PaymentAgentOptions> options) :
    IHandle<CalculateTax, TaxLedger>, IHandle<CreditTax, TaxLedger>, IHandle<ValidateTaxId, TaxLedger>, IHandle<GrantExemption, TaxLedger>,
    IHandle<RevokeExemption, TaxLedger>, IHandle<ReportTax, TaxLedger>
{
    private const int MaxName = 200;
    private const int MaxReason = 500;
    private const int MaxCreditNote = 100;

    /// <inheritdoc/>
    public async Task HandleAsync(CalculateTax message, AgentContext<TaxLedger> context, CancellationToken cancellationToken)
    {
        var previous = (await context.Repository<TaxCalculation>().FindAsync(message.OrderId.Value).ConfigureAwait(false))?.Value;
        if (previous is not null && await FixedAsync(message, previous, context).ConfigureAwait(false) is { } isFixed)
        {
            context.Reply(new TaxAnswer(message.OrderId, null, [isFixed]));
            return;
        }

        var request = await RequestAsync(message, previous, context, cancellationToken).ConfigureAwait(false);
        if (!TaxRules.Calculate(request, options.Value.Tax).TryGet(out var calculation, out var refusal))
        {
            context.Reply(new TaxAnswer(message.OrderId, null, [refusal]));
            return;
        }

        await context.Repository<TaxCalculation>().PutAsync(calculation).ConfigureAwait(false);
        Count(context, previous, calculation);
        await context.KeepDecisionAsync(
            "tax",
            message.OrderId.ToString(),
            calculation.Treatment.ToString(),
            calculation.Reason,
            calculation.Tax.Amount,
            [.. calculation.Lines.Select(static line => new DecisionPart(line.Id, line.Base.Amount, line.Rate))]).ConfigureAwait(false);
        context.Publish(new TaxCalculated(
            message.OrderId, calculation.Jurisdiction, calculation.Treatment, calculation.Lines, calculation.Tax, calculation.CollectedBy));
        context.Reply(new TaxAnswer(message.OrderId, calculation, []));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CreditTax message, AgentContext<TaxLedger> context, CancellationToken cancellationToken)
    {
        var calculation = (await context.Repository<TaxCalculation>().FindAsync(message.OrderId.Value).ConfigureAwait(false))?.Value;
        if (calculation is null || calculation.Seller != message.Seller)
        {
            Refuse(context, message.OrderId.ToString(), RefusalCode.NotFound, "OrderId", $"The order {message.OrderId} has no tax with this seller: calculate it first.");
            return;
        }

        if (!Refusals.IsText(message.CreditNote, MaxCreditNote))
        {
            Refuse(context, message.OrderId.ToString(), RefusalCode.Validation, "CreditNote", $"CreditNote is empty or too long: give 1 to {MaxCreditNote} characters.");
            return;
        }

        var earlier = await CreditsAsync(message.OrderId, context).ConfigureAwait(false);
        if (earlier.Any(credit => credit.CreditNote == message.CreditNote))
        {
            Refuse(context, message.OrderId.ToString(), RefusalCode.Duplicate, "CreditNote", "This credit note was taken already: give each its own number.");
            return;
        }

        if (!TaxCredits.Calculate(calculation, [.. earlier.SelectMany(static credit => credit.Lines)], message.Lines).TryGet(out var lines, out var refusal))
        {
            context.Reply(Answer.Refused(message.OrderId.ToString(), refusal));
            return;
        }

        await context.Repository<TaxCredit>().CreateAsync(new TaxCredit
        {
            Id = context.NewId(),
            OrderId = message.OrderId,
            Seller = message.Seller,
            CreditNote = message.CreditNote,
            Date = message.Date ?? context.Today(),
            Jurisdiction = calculation.Jurisdiction,
            Treatment = calculation.Treatment,
            Lines = lines,
        }).ConfigureAwait(false);
        context.Reply(Answer.Done(message.OrderId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ValidateTaxId message, AgentContext<TaxLedger> context, CancellationToken cancellationToken)
    {
        if (!VatNumbers.Read(message.VatNumber).TryGet(out var number, out var refusal))
        {
            context.Reply(new TaxIdAnswer(false, false, null, null, [refusal]));
            return;
        }

        var check = await validator.LookUpAsync(number, context, cancellationToken).ConfigureAwait(false);
        context.Reply(new TaxIdAnswer(check.IsValid, check.IsFormatOnly, number.Country, check.Reference, !check.HasFailed ? [] :
        [
            new Refusal(RefusalCode.ExternalUnavailable, "The VAT number could not be looked up: ask again later.") { Field = "VatNumber" },
        ]));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(GrantExemption message, AgentContext<TaxLedger> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.Require(Refusals.IsText(message.Customer, MaxName), "Customer", $"Customer is empty or too long: give 1 to {MaxName} characters.");
        refusals.Require(message.Country != default, "Country", "Country is empty: give the country of delivery.");
        refusals.Require(Refusals.IsText(message.Certificate, MaxName), "Certificate", $"Certificate is empty or too long: give 1 to {MaxName} characters.");
        refusals.Require(!(message.ValidUntil < message.ValidFrom), "ValidUntil", $"ValidUntil is {message.ValidUntil:O}, before ValidFrom: give a later day, or none.");
        if (refusals.Any)
        {
            context.Reply(refusals.Answer(""));
            return;
        }

        var exemption = new TaxExemption
        {
            Id = context.NewId(),
            Seller = message.Seller,
            Customer = message.Customer,
            Country = message.Country,
            State = message.State,
            Certificate = message.Certificate,
            ValidFrom = message.ValidFrom,
            ValidUntil = message.ValidUntil,
        };
        await context.Repository<TaxExemption>().CreateAsync(exemption).ConfigureAwait(false);
        context.Reply(Answer.Done(exemption.Id.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(RevokeExemption message, AgentContext<TaxLedger> context, CancellationToken cancellationToken)
    {
        var (id, exemptions) = (message.ExemptionId.ToString(), context.Repository<TaxExemption>());
        if (await exemptions.FindAsync(message.ExemptionId).ConfigureAwait(false) is not { } found || found.Value.Seller != message.Seller)
        {
            Refuse(context, id, RefusalCode.NotFound, "ExemptionId", "This seller has no such exemption: use the id that GrantExemption answered.");
        }
        else if (!Refusals.IsText(message.Reason, MaxReason))
        {
            Refuse(context, id, RefusalCode.Validation, "Reason", $"Reason is empty or too long: give 1 to {MaxReason} characters.");
        }
        else if (ExemptionTransitions.Table.Refuse(found.Value.Status, ExemptionStatus.Revoked) is { } refusal)
        {
            context.Reply(Answer.Refused(id, refusal));
        }
        else
        {
            await exemptions.UpdateAsync(
                found.Value with { Status = ExemptionStatus.Revoked, RevokedOn = context.Today(), RevocationReason = message.Reason.Trim() },
                found.Version).ConfigureAwait(false);
            context.Reply(Answer.Done(id));
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ReportTax message, AgentContext<TaxLedger> context, CancellationToken cancellationToken)
    {
        if (message.To < message.From || !Refusals.IsText(message.Jurisdiction, MaxName))
        {
            var (field, text) = message.To < message.From
                ? ("To", $"To is {message.To:O}, before From: give a later day.")
                : ("Jurisdiction", "Jurisdiction is empty: give a country, or a country and state such as US-CA.");
            context.Reply(new TaxReportAnswer(null, [Refusals.Invalid(field, text)]));
            return;
        }

        var (seller, place, from, to) = (message.Seller, message.Jurisdiction.Trim().ToUpperInvariant(), message.From, message.To);
        var calculations = await context.Repository<TaxCalculation>().AllAsync(
            entry => entry.Seller == seller && entry.Jurisdiction == place && entry.Date >= from && entry.Date <= to).ConfigureAwait(false);
        var credits = await context.Repository<TaxCredit>().AllAsync(
            entry => entry.Seller == seller && entry.Jurisdiction == place && entry.Date >= from && entry.Date <= to).ConfigureAwait(false);
        context.Reply(new TaxReportAnswer(
            new TaxReport(seller, place, from, to, calculations.Count, credits.Count, TaxReports.Sum(calculations, credits)), []));
    }

    private static void Refuse(AgentContext<TaxLedger> context, string id, RefusalCode code, string field, string text) =>
        context.Reply(Answer.Refused(id, new Refusal(code, text) { Field = field }));

    private static Task<IReadOnlyList<TaxCredit>> CreditsAsync(OrderId orderId, AgentContext context) =>
        context.Repository<TaxCredit>().AllAsync(credit => credit.OrderId == orderId);

    /// <summary>Says why the tax of an order can no longer be replaced.</summary>
    private static async Task<Refusal?> FixedAsync(CalculateTax message, TaxCalculation previous, AgentContext context)
    {
        if (previous.Seller != message.Seller)
        {
            return new Refusal(RefusalCode.Conflict, "The tax of this order was calculated for another seller: use its seller.") { Field = "Seller" };
        }

        return (await CreditsAsync(message.OrderId, context).ConfigureAwait(false)).Count == 0
            ? null
            : new Refusal(RefusalCode.PolicyViolation, "The order has a credit note, which its tax must not contradict: correct it by another one.") { Field = "OrderId" };
    }

    private static decimal DistanceSales(TaxLedger ledger, int year, TaxCalculation? without) =>
        ledger.DistanceSales.GetValueOrDefault(year) - (without?.Date.Year == year ? without.DistanceSale : 0);

    private static void Count(AgentContext<TaxLedger> context, TaxCalculation? previous, TaxCalculation calculation)
    {
        var sales = new Dictionary<int, decimal>(context.State.DistanceSales);
        if (previous is not null)
        {
            sales[previous.Date.Year] = DistanceSales(context.State, previous.Date.Year, previous);
        }

        var year = calculation.Date.Year;
        sales[year] = sales.GetValueOrDefault(year) + calculation.DistanceSale;
        context.State = new TaxLedger { DistanceSales = sales };
    }

    private async Task<TaxRequest> RequestAsync(
        CalculateTax message, TaxCalculation? previous, AgentContext<TaxLedger> context, CancellationToken cancellationToken)
    {
        var date = message.Date ?? context.Today();
        var seller = TaxRules.Territory(message.SellerCountry ?? options.Value.Tax.SellerCountry);
        var (name, customer) = (message.Seller, message.Customer);
        return new TaxRequest
        {
            Sale = message,
            Date = date,
            SellerCountry = seller,
            VatNumber = message.VatNumberCheck ?? await validator.OfSaleAsync(message, seller, context, cancellationToken).ConfigureAwait(false),
            Exemptions = customer is null
                ? []
                : await context.Repository<TaxExemption>().AllAsync(exemption => exemption.Seller == name && exemption.Customer == customer).ConfigureAwait(false),
            EuroRate = message.Lines.Count == 0 ? null : options.Value.EuroRate(message.Lines[0].Net.Currency),
            DistanceSales = DistanceSales(context.State, date.Year, previous),
            DistanceSalesLastYear = DistanceSales(context.State, date.Year - 1, previous),
        };
    }
}
