import ArgumentParser
import Foundation
import MusterCore
import MusterLog
import MusterViews

/// A role as the command line spells it; the line is set by `muster line`, since it has an order.
enum RoleName: String, ExpressibleByArgument, CaseIterable {
    case staff
    case administrator
    case schoolOfficial = "school-official"
    case sro
    case agency

    /// The role itself.
    var role: Role {
        switch self {
        case .staff: .staff
        case .administrator: .administrator
        case .schoolOfficial: .schoolOfficial
        case .sro: .sro
        case .agency: .agency
        }
    }
}

extension RoleGrant {
    /// The role in words, with its end.
    var words: String {
        let name = RoleName.allCases.first { $0.role == role }?.rawValue ?? role.rawValue
        guard let until else { return name }
        return "\(name) until \(until.text)"
    }
}

extension Instant {
    /// Day and minute by the wall clock of this machine, such as `2026-03-02 14:03`.
    var text: String {
        let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        let shift = TimeSpan.seconds(Int64(TimeZone.current.secondsFromGMT(for: date)))
        return String((self + shift).iso.prefix(16)).replacing("T", with: " ")
    }

    /// The end of a day, written `YYYY-MM-DD`, by the wall clock of this machine.
    init?(endOfDay text: String) {
        let numbers = text.split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 3, SchoolDay(year: numbers[0], month: numbers[1], day: numbers[2]) != nil
        else { return nil }
        let next = DateComponents(year: numbers[0], month: numbers[1], day: numbers[2] + 1)
        guard let date = Calendar(identifier: .gregorian).date(from: next) else { return nil }
        self.init(milliseconds: Int64(date.timeIntervalSince1970) * 1000)
    }
}
