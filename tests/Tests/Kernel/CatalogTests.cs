using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests;

/// <summary>The plain SQL of both engines and the model of EF Core say the same.</summary>
public class CatalogTests
{
    [Fact]
    public async Task Both_engines_have_the_same_tables_columns_keys_and_indexes()
    {
        var (sqlite, postgres) = (await Read(Engine.Sqlite), await Read(Engine.Postgres));

        Assert.Equal(postgres.Columns, sqlite.Columns);
        Assert.Equal(postgres.Indexes, sqlite.Indexes);
        Assert.Equal(postgres.ForeignKeys, sqlite.ForeignKeys);
        Assert.NotEmpty(sqlite.Columns);
    }

    [Theory, BothDatabases]
    public async Task The_model_maps_every_column_with_its_nullability(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var work = await database.Read(Actor.System);

        var model = work.Context.Model.GetEntityTypes().Where(e => e.GetTableName() is not null).SelectMany(Mapped).ToHashSet();
        var catalog = (await Read(engine)).Columns.ToHashSet();

        Assert.Equal("", string.Join('\n', model.Except(catalog).Order()));
        var tables = model.Select(column => column.Split('.')[0]).ToHashSet();
        Assert.Equal("", string.Join('\n', catalog.Where(column => tables.Contains(column.Split('.')[0])).Except(model).Order()));
    }

    [Theory, BothDatabases]
    public async Task Every_table_is_mapped(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var work = await database.Read(Actor.System);

        var mapped = work.Context.Model.GetEntityTypes().Select(e => e.GetTableName()).ToHashSet();

        Assert.Equal("", string.Join('\n', (await Read(engine)).Columns.Select(column => column.Split('.')[0]).Distinct().Except(mapped)));
    }

    [Theory, BothDatabases]
    public async Task Every_foreign_key_of_the_model_is_one_of_the_database(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var work = await database.Read(Actor.System);
        var catalog = (await Read(engine)).ForeignKeys.Select(key => key.Split(" -> ")).ToList();

        // EF may know a composite key by one of its columns only.
        var missing = from entity in work.Context.Model.GetEntityTypes()
                      where !entity.IsMappedToJson()
                      from key in entity.GetForeignKeys()
                      where !key.IsOwnership
                      let child = $"{entity.GetTableName()}("
                      let column = key.Properties[0].GetColumnName()
                      let parent = $"{key.PrincipalEntityType.GetTableName()}("
                      where !catalog.Any(c => c[0].StartsWith(child, StringComparison.Ordinal) && c[0].Split('(', ',', ')').Any(part => part.Trim() == column)
                          && c[1].StartsWith(parent, StringComparison.Ordinal))
                      select $"{child}{column} -> {parent}";

        Assert.Empty(missing.Distinct());
    }

    private static IEnumerable<string> Mapped(IEntityType entity) => entity.IsMappedToJson()
        ? [$"{entity.GetTableName()}.{entity.GetContainerColumnName()} not null"]
        : entity.GetProperties().Select(p => $"{entity.GetTableName()}.{p.GetColumnName()} {(p.IsNullable ? "null" : "not null")}");

    private static async Task<Catalog> Read(Engine engine)
    {
        await using var database = await EmptyDatabase.CreateMigrated(engine);
        return await Catalog.Read(database.Connection);
    }
}
