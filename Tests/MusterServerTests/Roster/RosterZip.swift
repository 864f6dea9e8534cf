import Foundation
import MusterExchange

/// The demo district's roster as a zip archive, as a student information system would send it.
enum RosterZip {
    static func demo(in folder: String) throws -> Data {
        let path = folder + "/set"
        _ = try DemoDistrict(size: .demo).write(to: path)
        let zip = Process()
        zip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        zip.arguments = [
            "python3", "-c", "import shutil,sys; shutil.make_archive(sys.argv[1], 'zip', sys.argv[2])",
            folder + "/roster", path,
        ]
        try zip.run()
        zip.waitUntilExit()
        return try Data(contentsOf: URL(fileURLWithPath: folder + "/roster.zip"))
    }
}
