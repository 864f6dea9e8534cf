extension Event {
    /// Who said it and how, where the event is an observation.
    package var source: Source? {
        switch self {
        case .incident(.roomCleared(_, _, let source)), .incident(.roomNotCleared(_, _, let source)),
            .incident(.audibleConfirmed(_, let source)),
            .incident(.call911Recorded(_, _, let source)),
            .coordination(.respondingReported(_, let source, _)),
            .coordination(.respondingEnded(_, let source)),
            .coordination(.aloneReported(_, _, let source)),
            .coordination(.sceneCommandRecorded(_, _, _, _, let source, _, _)),
            .coordination(.presenceReported(_, _, let source)),
            .journal(.noteWritten(_, _, _, _, let source, _)),
            .task(.taskReported(_, _, _, let source, _)):
            source
        case .incident(.raised(_, let raise)), .incident(.confirmed(_, let raise, _)),
            .incident(.raiseLate(_, let raise)):
            raise.source
        case .rollCall(.roomReported(_, _, let claim)): claim.source
        case .resource(.reported(_, _, _, let claim, _, _)): claim.source
        default: nil
        }
    }
}
