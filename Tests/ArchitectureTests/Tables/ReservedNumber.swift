/// A number of a decision record that is given out and not written yet; a missing number not listed is a gap.
struct ReservedNumber {
    let number: Int
    let title: String

    init(_ number: Int, _ title: String) {
        self.number = number
        self.title = title
    }

    /// Work on these goes on beside that of the records behind them.
    static let all: [ReservedNumber] = [
        ReservedNumber(17, "given out"), ReservedNumber(18, "given out"), ReservedNumber(19, "given out"),
    ]
}
