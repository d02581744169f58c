using System.Text;
using Commerce.VendorContracts.Examples;
using Xunit;

namespace Commerce.VendorContracts.Soap;

/// <summary>The checker itself, on a contract of a few lines.</summary>
public sealed class SoapContractTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public SoapContractTests() => File.WriteAllText(_file, """
        <wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"><wsdl:types>
          <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="urn:acme" targetNamespace="urn:acme" elementFormDefault="unqualified">
            <xs:element name="buy" type="tns:buy"/>
            <xs:complexType name="buy"><xs:sequence>
              <xs:element name="what" type="xs:string"/><xs:element name="count" type="xs:int" minOccurs="0"/>
            </xs:sequence></xs:complexType>
          </xs:schema></wsdl:types></wsdl:definitions>
        """);

    [Theory]
    [InlineData("<a:buy xmlns:a='urn:acme'><what>lamp</what><count>2</count></a:buy>", 0)]
    [InlineData("<a:buy xmlns:a='urn:acme'><what>lamp</what></a:buy>", 0)]
    [InlineData("<a:buy xmlns:a='urn:acme'><count>2</count><what>lamp</what></a:buy>", 1)]
    [InlineData("<a:buy xmlns:a='urn:acme'><what>lamp</what><count>two</count></a:buy>", 1)]
    [InlineData("<a:buy xmlns:a='urn:acme'><what>lamp</what><colour>red</colour></a:buy>", 1)]
    [InlineData("<a:buy xmlns:a='urn:acme'><count>2</count></a:buy>", 1)]
    [InlineData("<a:buy xmlns:a='urn:acme'><a:what>lamp</a:what></a:buy>", 1)]
    [InlineData("<buy><what>lamp</what></buy>", 1)]
    [InlineData("<a:sell xmlns:a='urn:acme'/>", 1)]
    public void Order_type_name_and_namespace_are_checked(string operation, int violations) =>
        Assert.Equal(violations, new SoapContract(_file).Violations(Envelope(operation), []).Count);

    [Fact]
    public void Waived_mistake_of_the_contract_does_not_count() => Assert.Empty(new SoapContract(_file).Violations(
        Envelope("<a:buy xmlns:a='urn:acme'><what>lamp</what><count></count></a:buy>"), [new Waiver("buy.count", "the vendor takes an empty one")]));

    public void Dispose() => File.Delete(_file);

    private static byte[] Envelope(string operation) => Encoding.UTF8.GetBytes(
        $"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>{operation}</s:Body></s:Envelope>");
}
