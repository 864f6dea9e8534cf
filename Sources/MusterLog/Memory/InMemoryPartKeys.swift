import Synchronization

/// Keys of sealed parts that live as long as the process.
package final class InMemoryPartKeys: PartKeys {
    private let keys = Mutex<[[UInt8]: PartKey]>([:])

    /// A store without keys.
    package init() {}

    package func take(_ count: Int32) throws(LogError) -> [PartKey] {
        let fresh = (0..<count).map { _ in PartKey.fresh() }
        keys.withLock { keys in
            for key in fresh { keys[key.name] = key }
        }
        return fresh
    }

    package func keys(named names: [[UInt8]]) throws(LogError) -> [PartKey?] {
        keys.withLock { keys in names.map { keys[$0] } }
    }

    package func destroy(named names: [[UInt8]]) throws(LogError) {
        keys.withLock { keys in
            for name in names { keys[name] = nil }
        }
    }
}
