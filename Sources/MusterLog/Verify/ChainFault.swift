/// The first thing that is wrong with a chain, and with which record.
package struct ChainFault: Error, Equatable, Sendable {
    /// What is wrong.
    package enum Problem: Equatable, Sendable {
        /// No record has this position, though later ones are there or a head says that it was.
        case missing
        /// The header's bytes do not have the digest stored beside them.
        case headerChanged
        /// The header cannot be read, or is of a form that this Muster does not know.
        case headerUnreadable
        /// The header says that it belongs elsewhere.
        case misplaced
        /// The header does not continue the record before: one of the two was rewritten.
        case unchained
        /// The parts are not those that the header names.
        case otherParts
        /// The stored bytes or the salt of a part were changed.
        case partChanged(String)
        /// A part is gone that can neither be erased nor withheld.
        case partMissing(String)
        /// The key of a part does not open it.
        case wrongKey(String)
        /// The head that was given is nowhere in the chain.
        case headNotFound(Digest)
        /// A line of an export is not as it was written.
        case lineChanged(Int64)
        /// An export does not end with its last line.
        case cutOff
    }

    /// The position of the first bad record.
    package let position: Int64
    /// What is wrong with it.
    package let problem: Problem

    /// A fault of the record at a position.
    package init(_ position: Int64, _ problem: Problem) {
        self.position = position
        self.problem = problem
    }

    /// One sentence that names the record and what is wrong with it.
    package var message: String {
        switch problem {
        case .missing: "record \(position) is missing"
        case .headerChanged: "record \(position): the header was changed"
        case .headerUnreadable: "record \(position): the header cannot be read"
        case .misplaced: "record \(position): the header belongs to another place"
        case .unchained:
            "record \(position): it does not continue the record before it; one of them was rewritten"
        case .otherParts: "record \(position): the parts are not those that the header names"
        case .partChanged(let name): "record \(position): the part \"\(name)\" was changed"
        case .partMissing(let name): "record \(position): the part \"\(name)\" is missing"
        case .wrongKey(let name): "record \(position): the key does not open the part \"\(name)\""
        case .headNotFound(let head):
            "record \(position): the chain before it does not hold the head \(head); "
                + "its tail was cut or it was rewritten"
        case .lineChanged(let line): "record \(position): line \(line) is not as it was written"
        case .cutOff: "record \(position): the file ends before its last line"
        }
    }
}
