using BatchDashboard.Web.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Shared;

public sealed class EveryTests : BunitContext
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _time = new();
    private readonly ApplicationLifetime _host = new(NullLogger<ApplicationLifetime>.Instance);
    private int _ticks;

    public EveryTests()
    {
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddSingleton<IHostApplicationLifetime>(_host);
    }

    [Fact]
    public void It_ticks_while_it_is_on_the_page_and_the_host_runs()
    {
        Render<Every>(parameters => parameters.Add(every => every.Period, Period).Add(every => every.OnTick, () => _ticks++));

        _time.Advance(Period);
        _time.Advance(Period);
        Assert.Equal(2, _ticks);

        _host.StopApplication();
        _time.Advance(Period);
        Assert.Equal(2, _ticks);
    }
}
