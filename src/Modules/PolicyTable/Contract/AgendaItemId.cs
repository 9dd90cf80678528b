using Samenkracht.Kernel;

namespace Samenkracht.PolicyTable.Contract;

/// <summary>Agendapunt: a question to a table that decides.</summary>
public readonly record struct AgendaItemId(Guid Value) : IId<AgendaItemId>
{
    public override string ToString() => this.Text();
}
