using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

/// <content>Customers.</content>
public sealed partial class StripeSandbox
{
    private void MapCustomers(IEndpointRouteBuilder routes)
    {
        const string Profile = "address* balance business_name cash_balance* description email individual_name invoice_prefix invoice_settings* metadata* name"
            + " next_invoice_sequence phone preferred_locales* shipping* source tax* tax_exempt validate";
        Post(routes, "customers", "create-customer", CreateCustomer, "payment_method tax_id_data* test_clock " + Profile);
        Get(routes, "customers/{id}", "find-customer", call => Customer(call, call.Id, "id").Body);
        List(routes, "customers", "list-customers", call => List(call, "customer", "email"), "created[gt,gte,lt,lte] email test_clock");
        Get(routes, "customers/search", "search-customers", call => Search(call, "customer"), "query! limit page");
        Post(routes, "customers/{id}", "update-customer", UpdateCustomer, "default_source " + Profile);
        Delete(routes, "customers/{id}", "delete-customer", DeleteCustomer);
        List(
            routes, "customers/{id}/payment_methods", "list-customer-methods",
            call => List(call, "payment_method", "type", of: ("customer", Customer(call, call.Id, "customer").Id)), "allow_redisplay type");
        Get(
            routes, "customers/{customer}/payment_methods/{id}", "find-customer-method",
            call => Find(call, "payment_method", "id") is { } method && method.Text("customer") == call.Route("customer")
                ? method.Body
                : throw StripeRefusal.Missing("PaymentMethod", "id", call.Id));
    }

    private StripeItem Customer(StripeCall call, string id, string param) => Find(call, "customer", param, id);

    /// <summary>Reads the customer that a call names.</summary>
    private string? CustomerOf(StripeCall call) => call.Parameters.Text("customer") is { } id ? Customer(call, id, "customer").Id : null;

    private JsonObject CreateCustomer(StripeCall call)
    {
        var parameters = call.Parameters;
        var method = parameters.Text("payment_method") is { } id ? Method(call, id) : null;
        var customer = Add("customer", "cus", call.Account, new JsonObject
        {
            ["address"] = parameters.Tree("address"),
            ["balance"] = parameters.Count("balance") ?? 0,
            ["default_source"] = null,
            ["description"] = null,
            ["email"] = null,
            ["invoice_settings"] = new JsonObject { ["custom_fields"] = null, ["default_payment_method"] = null, ["footer"] = null, ["rendering_options"] = null },
            ["metadata"] = new JsonObject(),
            ["name"] = null,
            ["phone"] = null,
            ["shipping"] = null,
        });
        Change(customer, parameters);
        if (method is not null)
        {
            Attach(method, customer.Id);
        }

        Tell("customer.created", customer);
        return customer.Body;
    }

    private void Change(StripeItem customer, StripeParameters parameters)
    {
        parameters.Text("email", 512);
        parameters.Text("name", 256);
        parameters.Text("phone", 20);
        if (parameters.Has("shipping"))
        {
            customer.Set("shipping", parameters.Shipping());
        }

        if (parameters.Text("invoice_settings[default_payment_method]") is { } method)
        {
            customer.Body["invoice_settings"]!["default_payment_method"] = method;
        }

        Update(customer, parameters, "description", "email", "name", "phone");
    }

    private JsonObject UpdateCustomer(StripeCall call)
    {
        var customer = Customer(call, call.Id, "id");
        Change(customer, call.Parameters);
        Tell("customer.updated", customer);
        return customer.Body;
    }

    private JsonObject DeleteCustomer(StripeCall call)
    {
        var customer = Customer(call, call.Id, "id");
        foreach (var method in _store.Of(call.Account, "payment_method", "customer", customer.Id).Where(method => method.Text("customer") == customer.Id))
        {
            method.Set("customer", (JsonNode?)null);
        }

        _store.Remove(customer);
        Tell("customer.deleted", customer);
        return new JsonObject { ["id"] = customer.Id, ["object"] = "customer", ["deleted"] = true };
    }
}
