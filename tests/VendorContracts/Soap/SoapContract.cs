using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Commerce.VendorContracts.Examples;

namespace Commerce.VendorContracts.Soap;

/// <summary>What a vendor's WSDL and XSD files allow inside a SOAP body.</summary>
internal sealed class SoapContract
{
    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Xsd = XmlSchema.Namespace;

    private readonly XmlSchemaSet _schemas = new() { XmlResolver = null };

    /// <summary>Reads a contract.</summary>
    /// <param name="files">WSDL files with their types inside, or XSD files.</param>
    internal SoapContract(params string[] files)
    {
        foreach (var file in files)
        {
            foreach (var schema in XDocument.Load(file).Descendants(Xsd + "schema"))
            {
                using var reader = schema.CreateReader();
                _schemas.Add(XmlSchema.Read(reader, (_, problem) => throw new XmlSchemaException(problem.Message))!);
            }
        }

        _schemas.Compile();
    }

    /// <summary>Finds what breaks the contract in an envelope.</summary>
    /// <param name="envelope">The envelope as it was sent.</param>
    /// <param name="waivers">Mistakes of the contract itself: the element's path, or a part of the message after a colon.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    internal IReadOnlyList<string> Violations(byte[] envelope, IReadOnlyList<Waiver> waivers)
    {
        using var stream = new MemoryStream(envelope);
        var root = XDocument.Load(stream).Root!;
        if (root.Name != Envelope + "Envelope" || root.Element(Envelope + "Body")?.Elements().SingleOrDefault() is not { } operation)
        {
            return ["The request is no SOAP 1.1 envelope with one operation."];
        }

        if (_schemas.GlobalElements[new XmlQualifiedName(operation.Name.LocalName, operation.Name.NamespaceName)] is null)
        {
            return [$"The contract has no element {operation.Name}."];
        }

        var violations = new List<string>();
        var document = new XDocument(operation);
        document.Validate(_schemas, (sender, problem) =>
        {
            var path = sender is XElement element
                ? string.Join('.', element.AncestorsAndSelf().Reverse().Select(part => part.Name.LocalName))
                : "";
            if (!waivers.Any(waiver => waiver.Covers(path)))
            {
                violations.Add($"{path}: {problem.Message}");
            }
        });
        return violations;
    }
}
