namespace Commerce.Payments.Reconciliation;

/// <summary>How two of orders, gateway and ledger differ.</summary>
public enum DifferenceKind
{
    /// <summary>The gateway moved money that the ledger does not have: record it.</summary>
    MissingInLedger,

    /// <summary>The ledger has money moved that the gateway does not tell of: ask the gateway.</summary>
    MissingAtGateway,

    /// <summary>Both have it, with other amounts.</summary>
    AmountDiffers,

    /// <summary>Both have it, in other currencies: record the conversion.</summary>
    CurrencyDiffers,

    /// <summary>The gateway charged another fee than the ledger has, or one that it does not have.</summary>
    FeeDiffers,

    /// <summary>The gateway moved money in a way that is in no table: a person says what it is.</summary>
    UnknownMovement,

    /// <summary>Money was taken that no order owns: find the order, or pay it back.</summary>
    PaymentWithoutOrder,

    /// <summary>An order counts as paid and the ledger has no money for it: do not ship it.</summary>
    OrderWithoutPayment,

    /// <summary>An order and the ledger have other amounts taken.</summary>
    OrderAmountDiffers,

    /// <summary>An order and the ledger have other amounts paid back.</summary>
    OrderRefundDiffers,
}
