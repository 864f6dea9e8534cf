import Foundation

/// A OneRoster set on disk: a folder or a zip archive of tables, found by name whatever its case.
package struct OneRosterSource: Sendable {
    /// Where a file of the set lies.
    enum Location: Sendable {
        case disk(path: String)
        case archive(ArchiveEntry)
    }

    /// The path that was given.
    package let path: String
    private let archive: ZipArchive?
    /// The files by their names in lower case, with the names as they are written.
    private var files: [String: (name: String, location: Location)] = [:]

    /// Lists a set and checks its names; nothing is unpacked yet.
    package init(
        path: String, limits: ArchiveLimits = ArchiveLimits(), findings: FindingLog
    ) throws(SourceError) {
        self.path = path
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw SourceError(.unreadable, "There is nothing at \(path).")
        }
        if isFolder.boolValue {
            archive = nil
            try listFolder(findings)
        } else {
            let archive = try ZipArchive(path: path, limits: limits)
            self.archive = archive
            listArchive(archive, findings)
        }
        guard !files.isEmpty else {
            throw SourceError(.notAnArchive, "\(path) holds no tables (files whose names end in .csv).")
        }
        reportUnknownFiles(findings)
    }

    /// Whether the set has a file of this name.
    package func contains(_ fileName: String) -> Bool { files[fileName.lowercased()] != nil }

    /// The bytes of a file; nil when the set has none of this name.
    package func open(_ fileName: String) throws(SourceError) -> (any ByteStream)? {
        guard let file = files[fileName.lowercased()] else { return nil }
        switch file.location {
        case .disk(let path): return try FileByteStream(path: path)
        case .archive(let entry): return try archive?.open(entry)
        }
    }
}

extension OneRosterSource {
    private mutating func listFolder(_ findings: FindingLog) throws(SourceError) {
        var folder = path
        var names = try Self.contents(of: folder)
        if !names.contains(where: Self.isTable) {
            let inner = names.filter { !Self.isIgnored($0) }
            guard inner.count == 1, let only = inner.first else { return }
            folder += "/" + only
            names = (try? Self.contents(of: folder)) ?? []
            findings.add(.enclosingFolder, "The files lie in the folder \"\(only.prefix(60))\".")
        }
        for name in names.sorted() where Self.isTable(name) && !Self.isIgnored(name) {
            add(name, .disk(path: folder + "/" + name), findings)
        }
    }

    private static func contents(of folder: String) throws(SourceError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw SourceError(.unreadable, "The folder \(folder) cannot be listed.")
        }
    }

    private mutating func listArchive(_ archive: ZipArchive, _ findings: FindingLog) {
        var usable: [(path: [Substring], entry: ArchiveEntry)] = []
        for entry in archive.entries {
            guard entry.hasSafeName, let name = entry.name else {
                findings.add(
                    .unsafeName,
                    "Entry \(entry.index + 1) of the archive has a name that leads outside its folder.")
                continue
            }
            let parts = name.split(separator: "/")
            guard !entry.isFolder, parts.first != "__MACOSX", let last = parts.last,
                !Self.isIgnored(String(last))
            else { continue }
            guard entry.isFile else {
                findings.add(.notAFile, file: name, "The entry is a link or a device; it was not read.")
                continue
            }
            if entry.isEncrypted {
                findings.add(
                    .encrypted, file: name, "The entry is encrypted. Send the set without a password.")
                continue
            }
            usable.append((parts, entry))
        }
        let tables = usable.filter { $0.path.last.map { Self.isTable(String($0)) } ?? false }
        let hasTablesAtRoot = tables.contains { $0.path.count == 1 }
        let folder = hasTablesAtRoot ? nil : tables.first { $0.path.count == 2 }?.path[0]
        if let folder {
            findings.add(.enclosingFolder, "The files lie in the folder \"\(folder.prefix(60))\".")
        }
        for (parts, entry) in tables {
            let isInPlace = folder == nil ? parts.count == 1 : parts.count == 2 && parts[0] == folder
            if isInPlace, let last = parts.last {
                add(String(last), .archive(entry), findings)
            } else {
                findings.add(
                    .fileUnknown, file: parts.joined(separator: "/"), "A file in another folder; not read.")
            }
        }
    }

    private mutating func add(_ name: String, _ location: Location, _ findings: FindingLog) {
        let key = name.lowercased()
        guard files[key] == nil else {
            findings.add(.duplicateName, file: name, "The set has this file twice; remove one.")
            return
        }
        files[key] = (name, location)
    }

    private func reportUnknownFiles(_ findings: FindingLog) {
        let known = OneRosterTable.allCases.map(\.fileName) + ["manifest.csv"]
        for (key, file) in files.sorted(by: { $0.key < $1.key }) {
            guard let standard = known.first(where: { $0.lowercased() == key }) else {
                findings.add(.fileUnknown, file: file.name, "OneRoster knows no file of this name; not read.")
                continue
            }
            if standard != file.name {
                findings.add(
                    .fileNameCase, file: file.name, "Read as \(standard); write the name in this case.")
            }
        }
    }

    private static func isTable(_ name: String) -> Bool { name.lowercased().hasSuffix(".csv") }

    private static func isIgnored(_ name: String) -> Bool { name.hasPrefix(".") || name == "__MACOSX" }
}
