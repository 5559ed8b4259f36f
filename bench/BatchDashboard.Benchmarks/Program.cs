using System.Globalization;
using BatchDashboard.Benchmarks;

return args switch
{
    ["p1", ..] => await LoadSpeed.RunAsync(),
    ["p2", ..] => await LoadMemory.RunAsync(),
    ["p9", ..] => await LoadGrowth.RunAsync(),
    ["load", var file, var rows] => await LoadOnce.RunAsync(file, int.Parse(rows, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Say which measure: p1, p2 or p9. bench/README.md tells what each one is.");
    return 2;
}
