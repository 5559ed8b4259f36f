using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Web.Endpoints;

namespace BatchDashboard.Web.Batches;

/// <summary>The command that launches such a batch through the API: what an operator has tried, a program can do again.</summary>
internal static class BatchCurl
{
    private static readonly JsonSerializerOptions Indented = new(ApiJson.Options) { WriteIndented = true };

    /// <param name="address">Of this installation, with a slash at the end.</param>
    public static string Of(BatchPlan plan, string address)
    {
        var request = RequestOf(plan);
        if (plan.Layout is null)
            request["call_objects"] = new JsonArray(new JsonObject { ["phone_number"] = "+12125550123" });
        var body = request.ToJsonString(Indented);
        var command = CurlCommand.Of(address.TrimEnd('/'), "POST", "/v2/batches/create").WithKey();
        return (plan.Layout is null ? command.WithJson(body) : command.WithFile(plan.SourceName ?? "recipients.csv", body)).ToString();
    }

    private static JsonObject RequestOf(BatchPlan plan)
    {
        var request = new JsonObject
        {
            ["description"] = plan.Name,
            ["global"] = plan.Settings.DeepClone(),
            ["default_country"] = plan.Rules.Phone.DefaultCountry,
        };
        if (plan.Layout is { } layout)
            request["column_mapping"] = MappingOf(layout);
        if (plan.Rules.Phone.Check != NumberCheck.Strict)
            request["number_check"] = WireName.Of(plan.Rules.Phone.Check);
        if (plan.Rules.CallDuplicates)
            request["duplicates"] = "call";
        Set("max_concurrent", plan.MaxConcurrent);
        Set("max_calls_per_second", plan.MaxCallsPerSecond);
        Set("priority", plan.Priority == 0 ? null : (JsonNode)plan.Priority);
        Set("ramp_up_seconds", plan.RampUpSeconds == 0 ? null : (JsonNode)plan.RampUpSeconds);
        Set(CallingRulesText.HoursField, plan.Calling.Hours);
        Set(CallingRulesText.ZoneField, plan.Calling.FallbackZone);
        Set("status_webhook", plan.StatusWebhook);
        if (plan.Calling.BlackoutDates.Count > 0)
            request[CallingRulesText.DatesField] = new JsonArray([.. plan.Calling.BlackoutDates.Select(day => (JsonNode)day.ToString("O", CultureInfo.InvariantCulture))]);
        return request;

        void Set(string name, JsonNode? value)
        {
            if (value is not null)
                request[name] = value;
        }
    }

    private static JsonObject MappingOf(RowLayout layout)
    {
        var mapping = new JsonObject();
        foreach (var (header, column) in layout.Headers.Zip(layout.Columns))
            mapping[header] = column.Written();
        return mapping;
    }
}
