using System.Globalization;
using BatchDashboard.Benchmarks.Loading;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return args switch
{
    ["p1"] => await LoadSpeed.RunAsync(),
    ["p2"] => await LoadMemory.RunAsync(),
    ["p9"] => await LoadGrowth.RunAsync(),
    [LoadProcess.Command, .. var files] => await LoadProcess.RunAsync(files),
    _ => ShowUsage(),
};

static int ShowUsage()
{
    Console.Error.WriteLine("Say which measure: p1, p2 or p9. bench/README.md tells what each one is.");
    return 2;
}
