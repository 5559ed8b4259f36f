using BatchDashboard.Core;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.Batches;
using BatchDashboard.Web.Endpoints;
using BatchDashboard.Web.Jobs;
using BatchDashboard.Web.LiveUpdates;
using BatchDashboard.Web.NewBatch;
using BatchDashboard.Web.Shell;

var builder = WebApplication.CreateBuilder(ContentRoot.Choose(args));
builder.WebHost.UseStaticWebAssets();
builder.Services.AddBatchDashboardCore(builder.Configuration);
builder.Services.AddShell();
builder.Services.AddAccounts(builder.Configuration);
builder.Services.AddNewBatch();
builder.Services.AddJobs();
builder.Services.AddEndpoints();
builder.Services.AddLiveUpdates();

var app = builder.Build();
app.UseShell();
app.MapShell();
app.MapAccounts();
app.MapBatchDownloads();
app.MapEndpoints();
app.MapLiveUpdates();
app.MapNewBatch();
return await app.RunOrExplainAsync();
