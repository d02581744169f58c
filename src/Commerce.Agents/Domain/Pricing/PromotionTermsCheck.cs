namespace Commerce.Agents.Domain.Pricing;

/// <summary>Checks what somebody wants to promise.</summary>
internal static class PromotionTermsCheck
{
    private const int MaxUnits = 100;
    private const int MaxPart = 999;

    /// <summary>Tells every objection with its field.</summary>
    internal static IReadOnlyList<Refusal> Check(PromotionTerms terms)
    {
        var refusals = new Refusals();
        if (!PromotionCodes.TryRead(terms.Code, out var code))
        {
            Refuse(nameof(terms.Code), $"The code has another form: give {PromotionCodes.MinLength} to {PromotionCodes.MaxLength} letters A to Z, digits and -.");
        }

        if (terms.IsSingleUse)
        {
            CheckSingleUse(terms, code, Refuse);
        }

        if (terms.Rate is <= 0 or > 1)
        {
            Refuse(nameof(terms.Rate), $"The rate is {terms.Rate}: give a share above 0 to 1, such as 0.10.");
        }

        CheckType(terms, Refuse);
        CheckMoney(terms, Refuse);
        if (terms.StartsAt is { } start && terms.EndsAt is { } end && end <= start)
        {
            Refuse(nameof(terms.EndsAt), "The end is not after the start: give a later one.");
        }

        if (terms.TotalLimit < 0)
        {
            Refuse(nameof(terms.TotalLimit), $"The limit is {terms.TotalLimit}: give 1 or more, or 0 for any number of uses.");
        }

        if (terms.CustomerLimit < 0)
        {
            Refuse(nameof(terms.CustomerLimit), $"The limit is {terms.CustomerLimit}: give 1 or more, or 0 for any number of uses.");
        }

        return refusals.List;

        void Refuse(string field, string text) => refusals.Add(Refusals.Invalid(field, text));
    }

    private static void CheckSingleUse(PromotionTerms terms, string? code, Action<string, string> refuse)
    {
        if (code is { Length: < PromotionCodes.MinSingleUseLength })
        {
            refuse(
                nameof(terms.Code),
                $"A code for one use has {PromotionCodes.MinSingleUseLength} random characters or more: let {nameof(IPromotionCodeGenerator)} make it.");
        }

        if (terms.IsAutomatic)
        {
            refuse(nameof(terms.IsSingleUse), "An automatic promotion has no code to use once: choose one of the two.");
        }

        if (terms.TotalLimit > 1)
        {
            refuse(nameof(terms.TotalLimit), $"The limit is {terms.TotalLimit} and the code is for one use: leave the limit out.");
        }
    }

    private static void CheckType(PromotionTerms terms, Action<string, string> refuse)
    {
        switch (terms.Type)
        {
            case PromotionType.FixedAmount when terms.Amount is not { Amount: > 0 }:
                refuse(nameof(terms.Amount), $"The amount is {terms.Amount?.ToString() ?? "not given"}: give one above 0.");
                break;
            case PromotionType.Bundle:
                if (terms.Amount is not { Amount: >= 0 })
                {
                    refuse(nameof(terms.Amount), $"The set price is {terms.Amount?.ToString() ?? "not given"}: give 0 or more.");
                }

                if (terms.Parts.Values.Any(static quantity => quantity is < 1 or > MaxPart) || terms.Parts.Values.Sum(static quantity => (long)quantity) < 2)
                {
                    refuse(nameof(terms.Parts), $"A bundle has two units or more, 1 to {MaxPart} of each part: give its parts.");
                }

                break;
            case PromotionType.Bogo:
                if (terms.BuyQuantity is < 1 or > MaxUnits)
                {
                    refuse(nameof(terms.BuyQuantity), $"The quantity to buy is {terms.BuyQuantity}: give 1 to {MaxUnits}.");
                }

                if (terms.GetQuantity is < 1 or > MaxUnits)
                {
                    refuse(nameof(terms.GetQuantity), $"The quantity that is given is {terms.GetQuantity}: give 1 to {MaxUnits}.");
                }

                break;
            case PromotionType.Percentage or PromotionType.FreeShipping or PromotionType.FixedAmount:
                break;
            default:
                refuse(nameof(terms.Type), $"The type {(int)terms.Type} is not known: use one of {string.Join(", ", Enum.GetNames<PromotionType>())}.");
                break;
        }
    }

    private static void CheckMoney(PromotionTerms terms, Action<string, string> refuse)
    {
        if (terms.MaxDiscount is { Amount: <= 0 })
        {
            refuse(nameof(terms.MaxDiscount), $"The most is {terms.MaxDiscount}: give an amount above 0.");
        }

        if (terms.MinimumPurchase is { Amount: <= 0 })
        {
            refuse(nameof(terms.MinimumPurchase), $"The minimum is {terms.MinimumPurchase}: give an amount above 0.");
        }

        Money?[] amounts = [terms.Amount, terms.MaxDiscount, terms.MinimumPurchase];
        if (amounts.OfType<Money>().Select(static amount => amount.Currency).Distinct().Count() > 1)
        {
            refuse(nameof(terms.Amount), "The amounts are in different currencies: give all in one.");
        }
    }
}
