using Samenkracht.Directory.Communities;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Directory.Contract;

/// <summary>The directory, as later modules may ask it.</summary>
public static class DirectoryQueries
{
    extension(Work work)
    {
        /// <summary>All communities: to look at, to call, and to speak for themselves in a community signal.</summary>
        public IQueryable<CommunityCard> Communities => work.Query<Community>().Select(c => new CommunityCard
        {
            Id = c.Id,
            Name = c.Name,
            Kind = c.Kind,
            Linkable = c.Linkable,
            WijkCode = c.WijkCode,
            ContactName = c.ContactName,
            ContactPhone = c.ContactPhone,
            ContactEmail = c.ContactEmail,
        });

        /// <summary>The communities that something about a person may point at.</summary>
        public IQueryable<CommunityCard> LinkableCommunities => work.Communities.Where(c => c.Linkable);
    }
}
