using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Show;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests;

public class CompiledQueryTests
{
    [Theory, BothDatabases]
    public async Task Scratch(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(laws: [Law.Wmo, Law.Jeugdwet]);
        await town.Ask(id, "wmo");
        await town.Plan(id, goals: 2);
        await using var work = await database.Read(town.Sanne);
        var card = await HouseholdFile.Open(work, database.Services.GetRequiredService<ReadLog>(), id, "Huishouden");
        await HouseholdView.Load(work, card!, database.Services.GetServices<IHouseholdPanel>(), default);
    }
}
