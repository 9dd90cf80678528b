namespace Samenkracht.Scan;

/// <summary>Lists of indexes, one after the other in one array: group <c>g</c> holds <c>Items[Start[g]..Start[g + 1]]</c>.</summary>
sealed class Grouping(int[] start, int[] items)
{
    public int Count => start.Length - 1;

    public ReadOnlySpan<int> this[int group] => items.AsSpan(start[group]..start[group + 1]);

    public IEnumerable<long> Sizes => Enumerable.Range(0, Count).Select(group => (long)start[group + 1] - start[group]);

    public int[] Start => start;

    public int[] Items => items;

    /// <exception cref="ArgumentException">An item lies outside 0 to <paramref name="limit"/>, or stands twice in its group.</exception>
    public static Grouping From(int count, Func<int, IReadOnlyList<int>> groupOf, int limit, string groupName, string itemName)
    {
        var start = new int[count + 1];
        var items = new List<int>();
        var seenIn = new int[limit];
        for (var group = 0; group < count; group++)
        {
            foreach (var item in groupOf(group))
            {
                if ((uint)item >= (uint)limit)
                    throw new ArgumentException($"{groupName} {group} names {itemName} {item}; there are {limit}.");
                if (seenIn[item] == group + 1)
                    throw new ArgumentException($"{groupName} {group} names {itemName} {item} twice.");
                seenIn[item] = group + 1;
                items.Add(item);
            }
            start[group + 1] = items.Count;
        }
        return new(start, [.. items]);
    }

    /// <summary>Item → its groups, in rising order.</summary>
    public Grouping Inverted(int itemCount)
    {
        var first = new int[itemCount + 1];
        foreach (var item in items)
            first[item + 1]++;
        for (var item = 0; item < itemCount; item++)
            first[item + 1] += first[item];
        var next = first.AsSpan(0, itemCount).ToArray();
        var groups = new int[items.Length];
        for (var group = 0; group < Count; group++)
        {
            foreach (var item in this[group])
                groups[next[item]++] = group;
        }
        return new(first, groups);
    }
}
