import Synchronization

/// What the server counts of itself, for `/metrics`.
///
/// No person, room or text is ever a label.
package final class ServerMeters: Sendable {
    private let answers = Mutex<[Int: Int64]>([:])
    private let outcomes = Mutex<[String: Int64]>([:])

    /// Nothing counted yet.
    package init() {}

    /// Counts an answer by its status.
    package func answered(_ status: Int) {
        answers.withLock { $0[status, default: 0] += 1 }
    }

    /// Counts a command by what came of it.
    package func decided(_ outcome: String) {
        outcomes.withLock { $0[outcome, default: 0] += 1 }
    }

    /// The counts in Prometheus' text form.
    package var text: String {
        var lines = [
            "# HELP muster_http_answers_total Answers by status.", "# TYPE muster_http_answers_total counter",
        ]
        for (status, count) in answers.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            lines.append("muster_http_answers_total{status=\"\(status)\"} \(count)")
        }
        lines += [
            "# HELP muster_commands_total Commands by outcome.", "# TYPE muster_commands_total counter",
        ]
        for (outcome, count) in outcomes.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            lines.append("muster_commands_total{outcome=\"\(outcome)\"} \(count)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
