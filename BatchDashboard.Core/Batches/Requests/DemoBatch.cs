using System.Text.Json.Nodes;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Telephony.Sandbox;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>A batch to look at: fifty made-up people, called by the sandbox whatever the provider of other batches is.</summary>
public sealed class DemoBatch(BatchService batches, ReceivedFiles files)
{
    /// <summary>How many people are in it.</summary>
    public const int Size = 50;

    /// <summary>So few at once that the calls are seen to come and go, and are over in about a minute.</summary>
    private const int Lines = 5;

    private const string Prompt =
        "You call for Lakeside Dental. Say: Hi {{name}}, this is a reminder of your {{appointment}} on {{date}} at {{time}}. " +
        "Ask whether the time still suits, thank the person, and end the call.";

    private static readonly string[] AreaCodes = ["212", "312", "415", "617", "206"];

    // Behind 555, 0100 to 0199 belong to nobody. To the sandbox, 0101 is busy, 0102 does not answer, and 0103 has a voicemail.
    private static readonly string[] Endings = ["0142", "0143", "0103", "0144", "0102", "0145", "0101", "0146", "0147", "0148"];

    private static readonly string[] Names =
    [
        "Emily", "Marco", "Aisha", "Jonas", "Priya", "Daniel", "Sofia", "Kenji", "Olivia", "Tariq", "Hannah", "Mateo", "Yuki",
    ];

    private static readonly string[] Appointments = ["check-up", "cleaning", "filling", "consultation"];

    public async Task<BatchId> LaunchAsync(string by, CancellationToken cancellationToken) => await batches.LaunchAsync(
        new BatchPlan
        {
            Name = "Demo batch",
            SourceFile = await files.KeepAsync(Enumerable.Range(0, Size).Select(Recipient), cancellationToken),
            Source = BatchSource.Api,
            Rules = new ImportRules(new PhoneRules()),
            Rows = Size,
            Settings = new JsonObject { ["task"] = Prompt },
            MaxConcurrent = Lines,
            // Whatever the hour: the sandbox wakes nobody.
            Calling = new CallingRules { Hours = WeeklyHours.OffText },
            Provider = SandboxProvider.ProviderName,
        },
        by,
        cancellationToken);

    private static JsonObject Recipient(int index) => new()
    {
        ["phone_number"] = $"+1{AreaCodes[index / Endings.Length]}555{Endings[index % Endings.Length]}",
        ["request_data"] = new JsonObject
        {
            ["name"] = Names[index % Names.Length],
            ["appointment"] = Appointments[index % Appointments.Length],
            ["date"] = $"July {10 + (index / Endings.Length)}",
            ["time"] = $"{1 + (index % 5)}:30 p.m.",
        },
    };
}
