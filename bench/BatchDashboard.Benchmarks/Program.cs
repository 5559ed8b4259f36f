using System.Globalization;
using BatchDashboard.Benchmarks.Loading;
using BatchDashboard.Benchmarks.PhoneNumbers;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return args switch
{
    ["p1"] => await LoadSpeed.RunAsync(),
    ["p2"] => await LoadMemory.RunAsync(),
    ["p3"] => PhoneGateRatio.Run(),
    ["p9"] => await LoadGrowth.RunAsync(),
    ["fuzz-phone", var cells] => PhoneFuzz.Run(Number(cells), seed: Environment.TickCount),
    ["fuzz-phone", var cells, var seed] => PhoneFuzz.Run(Number(cells), Number(seed)),
    [LoadProcess.Command, .. var files] => await LoadProcess.RunAsync(files),
    _ => ShowUsage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int ShowUsage()
{
    Console.Error.WriteLine("Say which measure: p1, p2, p3, p9 or fuzz-phone. bench/README.md tells what each one is.");
    return 2;
}
