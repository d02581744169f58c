namespace Commerce.Agents.PostgreSql;

/// <summary>Puts the configured schema into statements, which are written with the default one.</summary>
internal static class SqlText
{
    internal static string For(string schema, string sql) => schema == "agents" ? sql : sql.Replace("agents.", schema + ".", StringComparison.Ordinal);
}
