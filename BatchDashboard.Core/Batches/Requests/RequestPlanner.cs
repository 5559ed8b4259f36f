using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>
/// Checks a request as far as can be seen before its recipients are loaded, and makes the plan of its batch.
/// </summary>
public sealed class RequestPlanner(ReceivedFiles files, PhoneGate gate, IOptions<ImportOptions> options)
{
    private const string NameWithoutDescription = "API batch";
    private const string NameOfCall = "API call";
    private const string PhoneNumber = "phone_number";

    /// <summary>From a body that holds its call objects.</summary>
    internal async Task<Result<PlannedBatch>> FromCallObjectsAsync(
        ReceivedFile body, CancellationToken cancellationToken)
    {
        var source = files.New(".ndjson");
        var isPlanned = false;
        try
        {
            var planned = await FromCallObjectsAsync(body, source, cancellationToken);
            isPlanned = planned.IsSuccess;
            return planned;
        }
        finally
        {
            if (!isPlanned)
                source.Dispose();
        }
    }

    /// <summary>From a file of recipients and the JSON that goes with it.</summary>
    internal async Task<Result<PlannedBatch>> FromFileAsync(
        ReceivedFile body, ReceivedFile file, CancellationToken cancellationToken)
    {
        var request = await ReadFieldsAsync(body, cancellationToken);
        if (!request.IsSuccess)
            return request.Errors.ToArray();
        var detected = await SourceFormatDetector.DetectAsync(file.Path, cancellationToken);
        if (!detected.IsSuccess)
            return OfFile(detected.Errors);
        var opened = await ImportSource.OpenAsync(file.Path, detected.Value.Format, cancellationToken);
        if (!opened.IsSuccess)
            return OfFile(opened.Errors);
        await using var source = opened.Value;
        var mapping = ColumnMapping.FromApi(source.Preview.Headers, request.Value.ColumnMapping, IsSetting);
        if (!mapping.IsSuccess)
            return OfFile(mapping.Errors);
        if (!request.Value.SaysSomething && !MapsInstructions(mapping.Value))
            return RequestErrors.NothingToSay(lacking: null);

        var plan = PlanOf(request.Value, file, Path.GetFileNameWithoutExtension(file.Name)) with
        {
            SourceName = file.Name,
            Source = BatchSource.Csv,
            Format = detected.Value.Format,
            Layout = mapping.Value.Layout,
        };
        return new PlannedBatch(plan, file, [.. request.Value.Ignored, .. RetiredColumns(mapping.Value)]);
    }

    /// <summary>From a body that is one call object: a batch of one.</summary>
    internal async Task<Result<PlannedBatch>> FromCallAsync(ReceivedFile body, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(body.Path);
        var fields = await new RequestBodyReader(content, callObjects: null).ReadAsync(cancellationToken);
        if (!fields.IsSuccess)
            return fields.Errors.ToArray();
        var document = SettingsDocument.Read(fields.Value, field: "");
        var rules = new PhoneRules();
        var number = gate.Check(JsonTree.Text(fields.Value[PhoneNumber]), rules);
        Error[] errors =
        [
            .. number.Problem is { } problem ? [problem with { Field = PhoneNumber }] : Array.Empty<Error>(),
            .. document.Errors,
            .. document.IsSuccess && !Instructions.AreIn(document.Value.Settings) ? [RequestErrors.NothingToSayInCall()] : Array.Empty<Error>(),
        ];
        if (errors.Length > 0)
            return errors;

        var plan = new BatchPlan
        {
            Name = NameOfCall,
            SourceFile = body.StoredAs,
            Source = BatchSource.Api,
            Rules = new ImportRules(rules, OwnNumber: (string?)document.Value.Settings["from"]),
            Rows = 1,
            OwnSettings = [.. document.Value.Settings.Select(setting => setting.Key)],
            StartTime = (string?)document.Value.Settings["start_time"] is { } start ? StartTime.Parse(start).Value : null,
        };
        return new PlannedBatch(plan, body, document.Value.Ignored, new SingleCall(number.Number!.Value, document.Value.Settings));
    }

    private async Task<Result<PlannedBatch>> FromCallObjectsAsync(
        ReceivedFile body, ReceivedFile source, CancellationToken cancellationToken)
    {
        await using var target = File.Create(source.Path);
        var writer = new CallObjectWriter(target, options.Value.MaxRows);
        await using var content = File.OpenRead(body.Path);
        var fields = await new RequestBodyReader(content, writer).ReadAsync(cancellationToken);
        if (!fields.IsSuccess)
            return fields.Errors.ToArray();
        var request = BatchRequestReader.Read(fields.Value, withFile: false);
        Error[] errors = [.. request.Errors, .. writer.Errors, .. Missing(request, writer)];
        if (errors.Length > 0)
            return errors;

        target.Flush(flushToDisk: true);
        var plan = PlanOf(request.Value, source, name: null) with { Rows = writer.Count, OwnSettings = [.. writer.Given] };
        return new PlannedBatch(plan, source, [.. request.Value.Ignored.Union(writer.Ignored)]);
    }

    private static IEnumerable<Error> Missing(Result<BatchRequest> request, CallObjectWriter writer)
    {
        if (writer.Count == 0)
            yield return RequestErrors.NoRecipients();
        if (request is { IsSuccess: true, Value.SaysSomething: false }
            && (writer.Count == 0 || writer.FirstSpeechless is not null))
            yield return RequestErrors.NothingToSay(writer.FirstSpeechless);
    }

    private static async Task<Result<BatchRequest>> ReadFieldsAsync(
        ReceivedFile body, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(body.Path);
        var fields = await new RequestBodyReader(content, callObjects: null).ReadAsync(cancellationToken);
        return fields.IsSuccess ? BatchRequestReader.Read(fields.Value, withFile: true) : fields.Errors.ToArray();
    }

    private BatchPlan PlanOf(BatchRequest request, ReceivedFile source, string? name) => new()
    {
        Name = request.Description ?? (string.IsNullOrWhiteSpace(name) ? NameWithoutDescription : name),
        SourceFile = source.StoredAs,
        Source = BatchSource.Api,
        Rules = new ImportRules(
            request.Phone, request.CallDuplicates, (string?)request.Settings["from"], options.Value.MaxRows),
        Settings = request.Settings,
        StartTime = request.StartTime,
        MaxConcurrent = request.MaxConcurrent,
        MaxCallsPerSecond = request.MaxCallsPerSecond,
        Priority = request.Priority,
        RampUpSeconds = request.RampUpSeconds,
        Calling = request.Calling,
        StatusWebhook = request.StatusWebhook,
    };

    private static bool IsSetting(string name) =>
        CallSettingCatalog.Find(name) is not null || CallSettingCatalog.Retired.Contains(name);

    private static bool MapsInstructions(ColumnMapping mapping) =>
        mapping.Targets.Any(target => target.Use == ColumnUse.Setting && Instructions.Contains(target.Name));

    private static IEnumerable<string> RetiredColumns(ColumnMapping mapping) => mapping.Targets
        .Where(target => target.Use == ColumnUse.Setting && CallSettingCatalog.Retired.Contains(target.Name!))
        .Select(target => target.Name!);

    private static Error[] OfFile(IEnumerable<Error> errors) =>
        [.. errors.Select(error => error.Field?.StartsWith("column_mapping", StringComparison.Ordinal) == true
            ? error
            : error with { Field = "file" })];
}
