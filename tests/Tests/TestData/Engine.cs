using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Samenkracht.Tests.TestData;

/// <summary>Both databases are first class: a storage test runs on each.</summary>
public enum Engine { Sqlite, Postgres }

/// <summary>Gives a theory <c>(Engine engine)</c> both databases.</summary>
public sealed class BothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow(Engine.Sqlite), new TheoryDataRow(Engine.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
