using Samenkracht.Kernel;

namespace Samenkracht.Signals.Contract;

/// <summary>Signaal: someone noticed something and wants it known.</summary>
public readonly record struct SignalId(Guid Value) : IId<SignalId>
{
    public override string ToString() => this.Text();
}
