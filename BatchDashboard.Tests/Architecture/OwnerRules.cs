using System.Text.RegularExpressions;

namespace BatchDashboard.Tests.Architecture;

/// <summary>Which folder owns which library, so that each can be replaced in one place.</summary>
internal static class OwnerRules
{
    private const string Core = "BatchDashboard.Core";
    private const string Web = "BatchDashboard.Web";

    public static Rule[] All { get; } =
    [
        Owned("CsvHelper belongs to Core/Imports", @"\bCsvHelper\b", "using CsvHelper;", Core + "/Imports"),
        Owned("libphonenumber belongs to Core/PhoneNumbers",
            @"\busing\s+(static\s+|\w+\s*=\s*)?(global::)?PhoneNumbers\b|\bglobal::PhoneNumbers\b|\bPhoneNumber(Util|ToTimeZonesMapper)\b",
            "using PhoneNumbers;", Core + "/PhoneNumbers"),
        Owned("Hangfire belongs to Web/Jobs", @"\bHangfire\b(?!"")", "using Hangfire;", Web + "/Jobs"),
        Owned("MudBlazor belongs to Web", @"\bMudBlazor\b", "@using MudBlazor", Web),
        Owned("OpenAPI belongs to Web/Endpoints", @"\bMicrosoft\.(AspNetCore\.)?OpenApi\b", "using Microsoft.OpenApi;", Web + "/Endpoints"),
        Owned("The embedded database belongs to Core/Data",
            @"\bMicrosoft\.Data\.Sqlite\b|\bSQLitePCL\b|\bSqlite(Connection|Command|Exception)\b|\bCommandText\b",
            "using Microsoft.Data.Sqlite;", Core + "/Data"),
        Owned("SQL is written in Core/Data",
            @"(""|^\s*)(SELECT|INSERT (OR \w+ )?INTO|UPDATE (OR \w+ )?\S+ SET|WITH \w+ AS|DELETE FROM|CREATE (UNIQUE )?(TABLE|INDEX)|PRAGMA)\s",
            "command = \"DELETE FROM calls\";", Core + "/Data"),
        Owned("HTTP leaves the product from Core/Telephony and Core/Webhooks",
            @"\b(IHttpClientFactory|HttpClient|AddHttpClient|SocketsHttpHandler|HttpClientHandler|ClientWebSocket)\b",
            "using var http = new HttpClient();", Core + "/Telephony", Core + "/Webhooks"),
        new("Core knows nothing of the web", InCore, new(@"\bMicrosoft\.AspNetCore\b|\bBatchDashboard\.Web\b"),
            "Move it to Web, or give Core a seam that Web fills.", "using Microsoft.AspNetCore.Http;"),
    ];

    private static bool InCore(SourceFile file) => file.IsUnder(Core);

    private static Rule Owned(string name, string library, string example, params string[] owners) => new(
        name,
        file => file.IsProduct && file.IsCode && !file.IsMigration && !Array.Exists(owners, file.IsUnder),
        new Regex(library),
        $"Say what is needed in our own words on a type in {string.Join(" or ", owners)}, and use that.",
        example);
}
