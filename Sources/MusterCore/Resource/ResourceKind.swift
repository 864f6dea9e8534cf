/// What kind of help or thing a resource is; the words beside it say more.
package enum ResourceKind: String, WireName {
    case ambulance, police, fire, bus, interpreter, counselor
    case key, generator, supplies, place, people, other
}

/// From whom a resource is asked or comes.
package enum Supplier: String, WireName {
    /// The dispatcher of 911.
    case dispatch
    case police, fire, medical, district, county
    /// A school nearby.
    case neighbour
    /// A firm, such as that of the buses.
    case company
    /// The school itself.
    case own
    case other
}

/// How far a resource has come.
package enum ResourceStage: String, WireName {
    /// Wanted, and nobody has been asked yet.
    case needed
    case asked, onTheWay, here
    /// It was needed here and is free again.
    case released
    /// Whoever was asked cannot give it.
    case notComing

    /// The order in which one follows another: what goes back is no news of the same thing but another report.
    var rank: Int32 {
        switch self {
        case .needed: 0
        case .asked: 1
        case .onTheWay, .notComing: 2
        case .here: 3
        case .released: 4
        }
    }
}
