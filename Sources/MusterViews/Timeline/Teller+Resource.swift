import MusterCore

extension Teller {
    func sentence(_ event: ResourceEvent, _ record: Record) -> String {
        switch event {
        case .reported(_, _, let known, let claim, _, _):
            var said: [String] = []
            let kind = (claim.kind ?? known)?.label ?? "something"
            said.append(claim.count.map { $0 == 1 ? "1 \(kind)" : "\($0) × \(kind)" } ?? kind)
            if let stage = claim.stage { said.append(stage.label.lowercasedFirst) }
            if let supplier = claim.supplier { said.append("from " + supplier.phrase) }
            if let expected = claim.expectedAt { said.append("expected \(time(expected))") }
            if let place = claim.place { said.append("used at " + directory.label(of: place)) }
            return
                "Resource: \(said.joined(separator: ", ")), as \(voice(claim.source, record.actor)) reported"
                + way(claim.source, record.actor) + "."
        }
    }
}
