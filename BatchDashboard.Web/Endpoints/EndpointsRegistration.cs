namespace BatchDashboard.Web.Endpoints;

/// <summary>What programs call: the API, and the questions after the program's health.</summary>
internal static class EndpointsRegistration
{
    public static IServiceCollection AddEndpoints(this IServiceCollection services) =>
        services.AddSingleton<BatchBodies>().AddSingleton<CallBodies>();

    public static void MapEndpoints(this WebApplication app)
    {
        app.Use(ApiRefusals.AnswerAsync);
        app.MapHealth();
        app.MapCreateBatch();
        app.MapBatches();
        app.MapOlderBatches();
        app.MapCalls();
        app.MapMe();
    }
}
