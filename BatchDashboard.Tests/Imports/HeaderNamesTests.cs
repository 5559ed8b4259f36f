using BatchDashboard.Core.Imports;

namespace BatchDashboard.Tests.Imports;

public sealed class HeaderNamesTests
{
    [Theory]
    [InlineData("customer name", "customer_name")]
    [InlineData("  Customer   Name ", "Customer_Name")]
    [InlineData("customerName", "customerName")]
    [InlineData("_private", "_private")]
    [InlineData("price (USD)", "price_USD")]
    [InlineData("request_data.service", "service")]
    [InlineData("request_data.first name", "first_name")]
    [InlineData("E-Mail", "E_Mail")]
    [InlineData("Prénom", "Prénom")]
    [InlineData("2nd choice", "_2nd_choice")]
    [InlineData("", "column_3")]
    [InlineData(" ?! ", "column_3")]
    [InlineData("\u200Bname", "name")]
    public void A_header_becomes_a_clean_name(string header, string name)
    {
        Assert.Equal(name, HeaderNames.Clean(header, 2));
        Assert.True(HeaderNames.IsClean(name));
    }

    [Theory]
    [InlineData("customer name")]
    [InlineData("a-b")]
    [InlineData("1st")]
    [InlineData("name\n")]
    [InlineData("")]
    public void Names_that_cannot_stand_in_a_prompt_are_not_clean(string name) =>
        Assert.False(HeaderNames.IsClean(name));

    [Fact]
    public void Names_that_come_twice_are_numbered_and_leave_the_others_alone() => Assert.Equal(
        ["name", "name_3", "name_2", "Name_4", "column_5"],
        HeaderNames.CleanAll(["name", "name", "name_2", "Name", ""]));
}
