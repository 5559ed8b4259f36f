using System.Globalization;
using BatchDashboard.Benchmarks.Dispatching;
using BatchDashboard.Benchmarks.Files;
using BatchDashboard.Benchmarks.Loading;
using BatchDashboard.Benchmarks.PhoneNumbers;
using BatchDashboard.Benchmarks.Reading;
using BatchDashboard.Benchmarks.Reliability;
using BatchDashboard.Benchmarks.Watching;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return args switch
{
    ["p1"] => await LoadSpeed.RunAsync(),
    ["p2"] => await LoadMemory.RunAsync(),
    ["p3"] => PhoneGateRatio.Run(),
    ["p4"] => await DispatchSpeed.RunAsync(),
    ["p5"] => await PageSpeed.RunAsync(),
    ["p6"] => await LivePages.RunAsync(),
    ["cancel"] => await CancelSpeed.RunAsync(),
    ["p7"] => await UploadSpeed.RunAsync(),
    ["p9"] => await LoadGrowth.RunAsync(),
    ["objects"] => await ObjectsMemory.RunAsync(),
    ["workbooks"] => await WorkbookReaders.RunAsync(),
    [WorkbookReaders.Command, var reader, var path] => await WorkbookReaders.ReadAsync(reader, path),
    ["fuzz-files", var files] => await FileFuzz.RunAsync(Number(files), seed: Environment.TickCount),
    ["fuzz-files", var files, var seed] => await FileFuzz.RunAsync(Number(files), Number(seed)),
    ["fuzz-phone", var cells] => PhoneFuzz.Run(Number(cells), seed: Environment.TickCount),
    ["fuzz-phone", var cells, var seed] => PhoneFuzz.Run(Number(cells), Number(seed)),
    ["kills", var kills, var recipients] => await LongKillRun.RunAsync(Number(kills), Number(recipients), seed: Environment.TickCount),
    ["kills", var kills, var recipients, var seed] => await LongKillRun.RunAsync(Number(kills), Number(recipients), Number(seed)),
    [LoadProcess.Command, .. var files] => await LoadProcess.RunAsync(files),
    _ => ShowUsage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int ShowUsage()
{
    Console.Error.WriteLine("Say which measure: p1, p2, p3, p4, p5, p6, cancel, p7, p9, objects, workbooks, fuzz-files, fuzz-phone or kills. bench/README.md tells what each one is.");
    return 2;
}
