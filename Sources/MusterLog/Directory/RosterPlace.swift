package import MusterCore

/// A room as the roster names it: text on a class, made into a place of the tenant.
package struct RosterPlace: Hashable, Sendable {
    /// Given once and kept for ever; door signs and plans hold on to it.
    package var id: PlaceID
    /// Whose room it is.
    package var tenant: TenantID
    /// The key in the source: the tenant's key and the normalised text.
    package var sourcedID: String
    /// The text as it was first written.
    package var name: String
    /// Whether a class still meets there.
    package var isActive: Bool

    /// A place with all its facts.
    package init(id: PlaceID, tenant: TenantID, sourcedID: String, name: String, isActive: Bool = true) {
        self.id = id
        self.tenant = tenant
        self.sourcedID = sourcedID
        self.name = name
        self.isActive = isActive
    }

    /// The form of a room's text by which two spellings are known to be one room.
    ///
    /// Case, spaces and a leading "room" do not count; nil when nothing is left.
    package static func normalised(_ text: String) -> String? {
        var words = text.lowercased().split(whereSeparator: \.isWhitespace)
        if words.count > 1, ["room", "rm", "rm."].contains(words[0]) { words.removeFirst() }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
