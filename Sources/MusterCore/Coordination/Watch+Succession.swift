extension Watch {
    /// Positions that wait for somebody: an offer without an answer, and a holder whom nobody is asked to follow.
    static func waiting(_ incident: Incident) -> [WatchFinding] {
        incident.coordination.others.rows.compactMap { holding in
            if holding.isUnanswered, let asked = holding.asked, let since = holding.askedAt {
                return .unanswered(holding.position, asked, since: since)
            }
            guard holding.asked == nil, let holder = holding.holder, let since = holding.handsBusySince else {
                return nil
            }
            return .unfollowed(holding.position, holder, since: since)
        }
    }
}
