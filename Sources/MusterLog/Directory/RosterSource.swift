/// Which system people, places and classes came from; with a sourced id it is the key of an import.
///
/// Two feeds with the same source overwrite each other's rows, so every feed of a district has a name of its own.
package struct RosterSource: Hashable, Comparable, Sendable, Codable {
    /// The name that the administrator gave the feed.
    package let name: String

    /// A feed by its name.
    package init(_ name: String) { self.name = name }

    package static func < (left: Self, right: Self) -> Bool { left.name < right.name }
}

/// Counts the changes of one source's rows, so that a plan made on older rows is refused instead of applied.
package struct RosterVersion: Hashable, Comparable, Sendable, Codable {
    /// How many times rows of the source were changed.
    package let number: Int64

    /// A version by its number; 0 is the empty directory.
    package init(_ number: Int64) { self.number = number }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
