/// A number of a decision record that is given out and not written yet; a missing number not listed is a gap.
struct ReservedNumber {
    let number: Int
    let title: String

    init(_ number: Int, _ title: String) {
        self.number = number
        self.title = title
    }

    /// None now.
    static let all: [ReservedNumber] = []
}
