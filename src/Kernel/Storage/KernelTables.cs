using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Keys;

namespace Samenkracht.Kernel.Storage;

internal static class KernelTables
{
    internal static void Map(ModelBuilder model)
    {
        model.Entity<JournalLine>().HasKey(l => l.Seq);
        model.Entity<JournalKey>().HasKey(k => k.Household);
        model.Entity<DataKey>().HasKey(k => k.Id);
        model.Entity<JournalSeal>(seal =>
        {
            seal.HasKey(s => s.Position);
            seal.Property(s => s.Position).ValueGeneratedNever();
        });
        model.Entity<Installation>(row =>
        {
            row.HasKey(i => i.Id);
            row.Property(i => i.Id).ValueGeneratedNever();
        });
    }
}
