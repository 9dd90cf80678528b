using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Authority;
using Samenkracht.Residents.Beside;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Closing;
using Samenkracht.Residents.Emergency;
using Samenkracht.Residents.People;
using Samenkracht.Residents.Requests;
using Samenkracht.Residents.Safety;

namespace Samenkracht.Residents;

internal static class ResidentsTables
{
    public static void Map(ModelMap map) => Forget(map)
        .Scoped<Household>(Sight.Households, table =>
        {
            table.Sealed(h => h.Name, h => h.Street, h => h.HouseNumber, h => h.Postcode, h => h.Place).HasKey(h => h.Id);
            table.Ignore(h => h.Address);
        })
        .Scoped<Person>(Sight.People, table =>
        {
            table.Sealed(p => p.Name, p => p.Phone).SealedDay(p => p.BirthDate).HasKey(p => p.Id);
            table.HasOne<Household>().WithMany().HasForeignKey(p => p.Household);
        })
        .Scoped<CircleMember>(Sight.Members, table =>
        {
            table.HasKey(m => m.Id);
            table.Ignore(m => m.IsCurrent);
            table.HasOne<Household>().WithMany().HasForeignKey(m => m.Household);
        })
        .Scoped<CircleLaw>(
            Sight.Laws,
            table =>
            {
                table.HasKey(l => new { l.Member, l.Law });
                table.HasOne<CircleMember>().WithMany().HasForeignKey(l => l.Member);
            })
        .Scoped<SupportPeriod>((all, work) => all.Where(s => Sight.Visible(work).Any(h => h.Id == s.Household)), table =>
        {
            table.HasKey(s => s.Id);
            table.HasOne<CircleMember>().WithMany().HasForeignKey(s => s.Coordinator);
            table.HasOne<CircleMember>().WithMany().HasForeignKey(s => s.Deputy);
        })
        .Scoped<ContactHold>(
            (all, work) =>
            {
                if (work.Actor.IsSystem) return all;
                // What lies under secrecy alone opens for no officer: there the database answers by its function, who guards it all the same.
                if (work.IsNarrowed) return work.Context.Set<ContactHold>().FromSql($"SELECT * FROM contact_hold WHERE sight.guards(coalesce(matched, household))");
                var guarded = Guard.Households(work);
                return all.Where(c => guarded.Any(h => h.Id == (c.Matched ?? c.Household)));
            },
            table =>
        {
            table.Sealed(h => h.ReleasedBecause).HasKey(h => h.Id);
            table.HasOne<Household>().WithMany().HasForeignKey(h => h.Household);
        })
        .Scoped<EmergencyAccess>(EmergencyAccess.Visible, table =>
        {
            table.Sealed(e => e.Reason, e => e.Judgement).HasKey(e => e.Id);
            table.HasOne<Household>().WithMany().HasForeignKey(e => e.Household);
        })
        .Scoped<PersonRequest>(RequestSight.Visible, table =>
        {
            table.Sealed(r => r.Words, r => r.ExtendedBecause, r => r.Answer).HasKey(r => r.Id);
            table.Ignore(r => r.IsOpen);
            table.Ignore(r => r.Asker);
            table.Ignore(r => r.CannotBeUndone);
            table.Ignore(r => r.HearsOtherParents);
            table.HasOne<Household>().WithMany().HasForeignKey(r => r.Household);
            table.HasOne<Person>().WithMany().HasForeignKey(r => r.Person);
            table.HasOne<Person>().WithMany().HasForeignKey(r => r.AskedBy);
        })
        .Scoped<RequestVoice>(RequestSight.Voices, table =>
        {
            table.Sealed(v => v.Words, v => v.Despite).HasKey(v => v.Id);
            table.HasOne<PersonRequest>().WithMany().HasForeignKey(v => v.Request);
            table.HasOne<Person>().WithMany().HasForeignKey(v => v.Person);
        })
        .Scoped<Restriction>(
            (all, work) =>
            {
                if (work.Actor.IsSystem) return all;
                if (work.Actor.Role == Role.Resident || work.Actor.May(Permission.HandleRequests))
                {
                    var requests = work.Query<PersonRequest>();
                    return all.Where(r => requests.Any(q => q.Id == r.Request));
                }
                if (!work.Actor.Role.IsProfessional()) return all.Where(_ => false);
                // A mark for who works there, which does not say who asked it; of who is hidden, for who sees the safety compartment.
                var households = Sight.Visible(work);
                var seen = all.Where(r => households.Any(h => h.Id == r.Household));
                if (Sight.IsOfficer(work.Actor)) return seen;
                var (hidden, named) = (Restriction.OfHidden(all, work), Sight.Named(work));
                return seen.Where(r => !hidden.Contains(r.Id) || named.Any(m => m.Household == r.Household));
            },
            table =>
            {
                table.Sealed(r => r.EndsBecause).HasKey(r => r.Id);
                table.HasOne<Household>().WithMany().HasForeignKey(r => r.Household);
                table.HasOne<PersonRequest>().WithMany().HasForeignKey(r => r.Request);
            })
        .Scoped<CircleTakeover>(
            (all, work) => all.Where(t => t.Account == work.Actor.Account && Sight.Visible(work).Any(h => h.Id == t.Household)),
            table =>
            {
                table.HasKey(t => t.Id);
                table.HasOne<Household>().WithMany().HasForeignKey(t => t.Household);
            })
        .Scoped<ParentalAuthority>(
            (all, work) =>
            {
                var households = Sight.Visible(work);
                var here = all.Where(a => households.Any(h => h.Id == a.Household));
                if (work.Actor.IsSystem || work.Actor.Role.IsProfessional()) return here;
                if (work.Actor.Account is not { } account) return here.Where(_ => false);
                var doors = Sight.Doors(work, account);
                return (work.Actor.Role == Role.Supporter ? all : here).Where(a => doors.Any(d => d.Person == a.Parent));
            },
            table =>
            {
                table.HasKey(a => a.Id);
                table.HasOne<Household>().WithMany().HasForeignKey(a => a.Household);
            })
        .Scoped<ViewFreeze>(
            (all, work) =>
            {
                var households = Sight.Visible(work);
                var here = all.Where(f => households.Any(h => h.Id == f.Household));
                if (work.Actor.IsSystem || Sight.IsOfficer(work.Actor)) return here;
                var named = Sight.Named(work);
                return here.Where(f => named.Any(m => m.Household == f.Household));
            },
            table =>
            {
                table.Sealed(f => f.Reason).HasKey(f => f.Id);
                table.HasOne<Household>().WithMany().HasForeignKey(f => f.Household);
            })
        .Scoped<Invitation>(
            (all, work) =>
            {
                var households = Sight.Visible(work);
                var here = all.Where(i => households.Any(h => h.Id == i.Household));
                if (work.Actor.IsSystem || work.Actor.Role.IsProfessional()) return here;
                if (work.Actor.Role != Role.Resident || work.Actor.Account is not { } account) return here.Where(_ => false);
                var own = Sight.Own(work, account);
                return here.Where(i => own.Any(p => p.Id == i.Person));
            },
            table =>
            {
                table.Sealed(i => i.Name).HasKey(i => i.Id);
                table.HasOne<Household>().WithMany().HasForeignKey(i => i.Household);
            })
        .Scoped<ResidentAccount>(
            (all, work) => all.Where(r => work.Query<Person>().Any(p => p.Id == r.Person)),
            table =>
            {
                table.HasKey(r => r.Account);
                table.HasOne<Person>().WithMany().HasForeignKey(r => r.Person);
            });

    private static ModelMap Forget(ModelMap map) => map
        .GoesWith("person")
        .GoesWith("circle_member").GoesWith("circle_member", "account").GoesWith("circle_member", "person", "beside")
        .GoesWith("circle_law", "circle_member", "member")
        .GoesWith("support_period").GoesWith("support_period", "circle_member", "coordinator").GoesWith("support_period", "circle_member", "deputy")
        .GoesWith("resident_account", "person").GoesWith("resident_account", "account")
        .GoesWith("parental_authority").GoesWith("parental_authority", "person", "parent").GoesWith("parental_authority", "person", "child")
        .GoesWith("view_freeze")
        .GoesWith("invitation").GoesWith("invitation", "person")
        .GoesWith("contact_hold").GoesWith("contact_hold", column: "matched")
        .GoesWith("emergency_access")
        .GoesWith("circle_takeover")
        .GoesWith("person_request").GoesWith("person_request", "person").GoesWith("person_request", "person", "asked_by")
        .GoesWith("request_voice", "person_request", "request").GoesWith("request_voice", "person")
        .GoesWith("restriction").GoesWith("restriction", "person_request", "request")
        .Draws("resident_account", "account")
        // Who only stood beside this household has no other reason to be known here.
        .Draws("circle_member", "account", where:
            "role = 'Supporter' AND NOT EXISTS (SELECT 1 FROM circle_member o WHERE o.account = circle_member.account AND o.household <> circle_member.household)");
}
