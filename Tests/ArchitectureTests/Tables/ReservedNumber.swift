/// A number of a decision record that is given out and not written yet; a missing number not listed is a gap.
struct ReservedNumber {
    let number: Int
    let title: String

    init(_ number: Int, _ title: String) {
        self.number = number
        self.title = title
    }

    /// Given out to what is being built beside this.
    static let all: [ReservedNumber] = [
        ReservedNumber(17, "tasks of positions"), ReservedNumber(18, "duty data and coverage"),
    ]
}
