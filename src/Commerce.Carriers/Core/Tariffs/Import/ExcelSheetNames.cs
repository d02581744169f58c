using System.IO.Compression;
using System.Xml;

namespace Commerce.Carriers.Tariffs;

/// <summary>Finds the names of sheets, as people see them, by their parts of the workbook.</summary>
internal static class ExcelSheetNames
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    internal static IReadOnlyDictionary<string, string> Read(ZipArchive zip, UnpackBudget budget, XmlReaderSettings settings)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        Each("xl/_rels/workbook.xml.rels", "Relationship", xml => targets[xml.GetAttribute("Id") ?? ""] = xml.GetAttribute("Target") ?? "");
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Each("xl/workbook.xml", "sheet", xml =>
        {
            if (targets.TryGetValue(xml.GetAttribute("id", Relations) ?? "", out var target))
            {
                names[target.StartsWith('/') ? target[1..] : "xl/" + target] = xml.GetAttribute("name") ?? "";
            }
        });
        return names;

        void Each(string part, string element, Action<XmlReader> read)
        {
            if (zip.GetEntry(part) is not { } entry)
            {
                return;
            }

            using var unpacked = budget.Count(entry.Open());
            using var xml = XmlReader.Create(unpacked, settings);
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element)
                {
                    read(xml);
                }
            }
        }
    }
}
