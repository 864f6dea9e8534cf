/// A number of a decision record that is given out and not written yet; a missing number not listed is a gap.
struct ReservedNumber {
    let number: Int
    let title: String

    init(_ number: Int, _ title: String) {
        self.number = number
        self.title = title
    }

    /// What the first incident has still to settle; a line may go as soon as its record is there.
    static let all: [ReservedNumber] = [
        ReservedNumber(1, "streams and the promises they guard"),
        ReservedNumber(2, "the codec"),
        ReservedNumber(3, "parts and chain"),
        ReservedNumber(4, "slices and their law"),
        ReservedNumber(5, "what an event may hold"),
        ReservedNumber(6, "given out with the first incident"),
        ReservedNumber(7, "given out with the first incident"),
        ReservedNumber(8, "given out with the first incident"),
        ReservedNumber(9, "given out with the first incident"),
    ]
}
