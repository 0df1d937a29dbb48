using Microsoft.EntityFrameworkCore.Metadata;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Data.Tests.Model;

/// <summary>The publish profile has models compiled; what they can carry is checked here, without compiling.</summary>
public class CompiledModelTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    [InlineData(DatabaseProvider.Postgres)]
    public void What_stands_for_not_set_is_written_as_the_database_writes_it_and_read_again(DatabaseProvider engine)
    {
        using var db = Design.Of(engine);

        foreach (var type in db.Model.GetEntityTypes())
            foreach (var property in Properties(type).Where(p => p.Sentinel is not null))
                if (property.FindTypeMapping()?.Converter is { } converter)
                    Assert.Equal(property.Sentinel, converter.ConvertFromProvider(converter.ConvertToProvider(property.Sentinel)));
    }

    private static IEnumerable<IProperty> Properties(ITypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(c => Properties(c.ComplexType)));
}
