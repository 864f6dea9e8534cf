extension Draft {
    mutating func publish(_ plan: SitePlan) throws(Rejection) {
        try require(.administer)
        let expected = state.plan.version + 1
        guard plan.version == expected else { throw .planVersion(expected: expected) }
        guard plan.isSafe else { throw .unsafePlan }
        emit(.plan(.published(plan)))
    }

    mutating func list(_ first: Bool, _ places: [PlaceFact]) throws(Rejection) {
        try require(.administer)
        // During an incident nothing is taken off the list; said here, so that a slice without that incident folds the same.
        let isFresh = first && !state.incidents.rows.contains { $0.isOpen }
        emit(.plan(.placesListed(first: isFresh, places: places)))
    }

    mutating func erase(_ position: Int64) throws(Rejection) {
        try require(.administer)
        guard position > 0, position < context.position else { throw .nothingErasable }
        emit(.journal(.textErased(position: position)))
    }
}
