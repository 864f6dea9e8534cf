import MusterCore

/// A property of the demo district and the schools that use it.
///
/// Nothing of it exists.
struct DemoSite {
    let card: SiteCard
    /// How the names of its schools begin.
    let tenants: [String]

    static let all: [DemoSite] = [
        DemoSite(
            "alder-creek", "Alder Creek Elementary", "210 Alder Creek Road, Fallbrook Township, Alder County",
            door: "Door 1, north side, flagpole", tenants: ["Alder Creek"]),
        DemoSite(
            "birch-hollow", "Birch Hollow Campus", "48 Mill Street, Fallbrook, Alder County",
            door: "Door 3, Mill Street side", tenants: ["Birch Hollow"]),
        DemoSite(
            "cedar-ridge", "Cedar Ridge High School", "1200 Ridge Highway, Fallbrook, Alder County",
            door: "Door 1, main entrance", tenants: ["Cedar Ridge"]),
    ]

    /// Whether a site of the directory is this one, and none of a real school that chose the same id.
    func isSame(as other: SiteCard) -> Bool { other.site == card.site && other.name == card.name }

    private init(_ id: String, _ name: String, _ address: String, door: String, tenants: [String]) {
        var card = SiteCard()
        if let site = SiteID(id) { card.site = site }
        card.name = name
        card.address = address
        card.callBack = "555-0110"
        card.centre = "555-0100"
        card.entrance = door
        self.card = card
        self.tenants = tenants
    }
}
