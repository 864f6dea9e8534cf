import MusterCore

/// What a device says when it becomes a command post, or is one no longer.
struct CommandPostDeclaration: WireValue {
    /// Whether it is one from now on.
    var declared = false

    init() {}

    mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("declared", &declared)
    }
}
