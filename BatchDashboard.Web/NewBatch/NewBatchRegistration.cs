using BatchDashboard.Web.NewBatch.Recipients;
using BatchDashboard.Web.NewBatch.Review;

namespace BatchDashboard.Web.NewBatch;

/// <summary>The wizard that makes a batch, and the address its file is sent to.</summary>
internal static class NewBatchRegistration
{
    public static IServiceCollection AddNewBatch(this IServiceCollection services) => services.AddScoped<Drafting>();

    public static void MapNewBatch(this IEndpointRouteBuilder routes)
    {
        routes.MapUploads();
        routes.MapReviews();
    }
}
