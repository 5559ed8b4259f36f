using System.Text.Json.Nodes;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>Calls one number through a provider, as a batch of one: whatever holds for batches holds for it.</summary>
public sealed class TestCalls(BatchService batches, CallProviders providers, ReceivedFiles files, PhoneGate gate)
{
    public const string NumberField = "phone_number";
    public const string PromptField = "task";

    /// <param name="number">As somebody typed it.</param>
    /// <param name="country">ISO 3166 alpha-2, of a number without a country code.</param>
    public async Task<Result<BatchId>> PlaceAsync(
        string provider, string number, string country, string prompt, string by, CancellationToken cancellationToken)
    {
        if (providers.NotReady(provider) is { } notReady)
            return notReady;
        var rules = new PhoneRules(country);
        if (gate.Check(number, rules) is { Problem: { } problem })
            return problem with { Field = NumberField };
        if (string.IsNullOrWhiteSpace(prompt))
            return new Error("prompt_missing", "Write what the agent is to say.", PromptField);

        return await batches.LaunchAsync(
            new BatchPlan
            {
                Name = $"Test call ({provider})",
                SourceFile = await files.KeepAsync([new JsonObject { [NumberField] = number }], cancellationToken),
                Source = BatchSource.Api,
                Rules = new ImportRules(rules),
                Settings = new JsonObject { [PromptField] = prompt.Trim() },
                Provider = provider,
            },
            by,
            cancellationToken);
    }
}
