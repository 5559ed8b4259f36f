using System.Globalization;
using BatchDashboard.Benchmarks.Files;
using BatchDashboard.Benchmarks.Loading;
using BatchDashboard.Benchmarks.PhoneNumbers;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return args switch
{
    ["p1"] => await LoadSpeed.RunAsync(),
    ["p2"] => await LoadMemory.RunAsync(),
    ["p3"] => PhoneGateRatio.Run(),
    ["p7"] => await UploadSpeed.RunAsync(),
    ["p9"] => await LoadGrowth.RunAsync(),
    ["workbooks"] => await WorkbookReaders.RunAsync(),
    [WorkbookReaders.Command, var reader, var path] => await WorkbookReaders.ReadAsync(reader, path),
    ["fuzz-files", var files] => await FileFuzz.RunAsync(Number(files), seed: Environment.TickCount),
    ["fuzz-files", var files, var seed] => await FileFuzz.RunAsync(Number(files), Number(seed)),
    ["fuzz-phone", var cells] => PhoneFuzz.Run(Number(cells), seed: Environment.TickCount),
    ["fuzz-phone", var cells, var seed] => PhoneFuzz.Run(Number(cells), Number(seed)),
    [LoadProcess.Command, .. var files] => await LoadProcess.RunAsync(files),
    _ => ShowUsage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int ShowUsage()
{
    Console.Error.WriteLine("Say which measure: p1, p2, p3, p7, p9, workbooks, fuzz-files or fuzz-phone. bench/README.md tells what each one is.");
    return 2;
}
