import ArgumentParser
import Foundation
import MusterLog

/// The exit status of what cannot be read, apart from 1, which says that something was read and is bad.
enum Unreadable {
    static let status = ExitCode(2)

    /// Runs something on a log; a log that cannot be read ends the command with that status and the reason.
    static func asStatus<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let error as LogError {
            throw because(error.description)
        } catch let error as CocoaError {
            throw because(sentence(of: error))
        }
    }

    /// What is wrong with which file: the system's own words name a number.
    private static func sentence(of error: CocoaError) -> String {
        let path = error.filePath ?? error.url?.path ?? "A file"
        switch error.code {
        case .fileReadNoSuchFile, .fileNoSuchFile: return "\(path) does not exist: look at how it is written."
        case .fileReadNoPermission, .fileWriteNoPermission:
            return "\(path) is closed to this user: look at whose it is."
        case .fileWriteOutOfSpace: return "There is no room left for \(path)."
        case .fileWriteFileExists: return "\(path) is there already."
        default: return "\(path) cannot be read or written: \(error.localizedDescription)"
        }
    }

    /// Says why on standard error, and gives the status to end with.
    static func because(_ message: String) -> any Error {
        FileHandle.standardError.write(Data("muster: \(message)\n".utf8))
        return status
    }
}
