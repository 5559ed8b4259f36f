namespace BatchDashboard.Core.Dispatching.Lines;

/// <summary>Shares a number of lines between batches: higher priority first, and among equals the same for each that wants it.</summary>
internal static class LineShares
{
    /// <summary>How many more lines the batch may take now; nobody who holds one loses it.</summary>
    /// <param name="capacity">Lines there are; 0: no end of them.</param>
    public static int RoomFor(int batch, IReadOnlyCollection<LineUser> users, int capacity)
    {
        // It may have ended since whoever asks has read it.
        if (users.FirstOrDefault(user => user.Batch == batch) is not { } own)
            return 0;
        var room = own.Limit - own.InFlight;
        if (capacity == 0)
            return Math.Max(0, room);
        var free = capacity - users.Sum(user => user.InFlight);
        return Math.Max(0, Math.Min(Math.Min(room, free), ShareOf(own, users, capacity) - own.InFlight));
    }

    /// <summary>Those who want little leave the rest of an even share to the others, and the last line goes to the older batch.</summary>
    private static int ShareOf(LineUser own, IReadOnlyCollection<LineUser> users, int capacity)
    {
        var left = capacity - users.Where(user => !user.Wants).Sum(user => user.InFlight);
        foreach (var equals in users.Where(user => user.Wants).GroupBy(user => user.Priority).OrderByDescending(level => level.Key))
        {
            var waiting = equals.Count();
            foreach (var user in equals.OrderBy(user => user.Limit).ThenBy(user => user.Batch))
            {
                var share = Math.Max(0, Math.Min(user.Limit, (left + waiting - 1) / waiting));
                if (user == own)
                    return share;
                left -= share;
                waiting--;
            }
        }

        return 0;
    }
}
