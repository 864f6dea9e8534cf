extension FindingCode {
    // The set and its manifest.
    /// An entry of an archive would land outside its folder.
    package static let unsafeName = FindingCode("archive.unsafe-name", .error, isBlocking: true)
    /// An entry of an archive is encrypted.
    package static let encrypted = FindingCode("archive.encrypted", .error, isBlocking: true)
    /// An entry of an archive is a link or a device.
    package static let notAFile = FindingCode("archive.not-a-file", .error)
    /// Two entries have the same name but for their case.
    package static let duplicateName = FindingCode("archive.duplicate-name", .error, isBlocking: true)
    /// The files lie in a folder inside the set.
    package static let enclosingFolder = FindingCode("archive.enclosing-folder", .note)
    /// A file's name is written in another case than the standard's.
    package static let fileNameCase = FindingCode("file.name-case", .warning)
    /// A file that OneRoster does not know.
    package static let fileUnknown = FindingCode("file.unknown", .note)
    /// A file that Muster does not need.
    package static let fileNotRead = FindingCode("file.not-read", .note)
    /// A declared file without rows.
    package static let fileEmpty = FindingCode("file.no-rows", .warning)
    /// There is no manifest.
    package static let manifestMissing = FindingCode("manifest.missing", .error, isBlocking: true)
    /// The manifest names no edition that is read.
    package static let manifestVersion = FindingCode("manifest.version", .error, isBlocking: true)
    /// A line of the manifest that says nothing readable.
    package static let manifestEntry = FindingCode("manifest.entry", .warning)
    /// The manifest does not mention a file of the edition.
    package static let manifestIncomplete = FindingCode("manifest.incomplete", .warning)
    /// The manifest does not mention a file that lies there and would be needed.
    package static let manifestUndeclared = FindingCode("manifest.undeclared", .error, isBlocking: true)
    /// The manifest calls a file absent that lies there.
    package static let manifestAbsent = FindingCode("manifest.absent-but-there", .warning)
    /// The manifest promises a file that does not lie there.
    package static let manifestFileMissing = FindingCode("manifest.file-missing", .error, isBlocking: true)
    /// A mode other than absent, bulk or delta.
    package static let manifestMode = FindingCode("manifest.mode", .error, isBlocking: true)

    // The header.
    /// A column without a name.
    package static let headerEmpty = FindingCode("header.empty", .warning)
    /// A column's name is written in another case than the standard's.
    package static let headerCase = FindingCode("header.case", .warning)
    /// A column that OneRoster does not know; it was not read.
    package static let headerUnknown = FindingCode("header.unknown", .warning)
    /// A column that stands there twice; the first was read.
    package static let headerDuplicate = FindingCode("header.duplicate", .error, isBlocking: true)
    /// The columns stand in another order than the standard's.
    package static let headerOrder = FindingCode("header.order", .note)
    /// A column that the standard asks for is missing, but can be done without.
    package static let headerMissing = FindingCode("header.missing", .warning)
    /// A column is missing without which no row can be understood.
    package static let headerRequired = FindingCode("header.required-missing", .error, isBlocking: true)

    // Cells.
    /// A key with spaces around it.
    package static let keySpace = FindingCode("value.space", .warning)
    /// A word of a fixed list in another case.
    package static let valueCase = FindingCode("value.case", .warning)
    /// A word that is not on the fixed list; the row was refused.
    package static let valueUnknown = FindingCode("value.unknown", .error)
    /// A word that is not on the fixed list, in a cell that can be done without.
    package static let valueIgnored = FindingCode("value.ignored", .warning)
    /// A yes or no that is neither true nor false.
    package static let valueBoolean = FindingCode("value.boolean", .warning)
    /// A day not written as year, month, day; it was left out, since it could mean two days.
    package static let dateFormat = FindingCode("value.date", .warning)
    /// A cell that may not be blank.
    package static let valueBlank = FindingCode("value.blank", .error)
    /// A cell that should not be blank.
    package static let valueMissing = FindingCode("value.missing", .warning)

    // Rows and keys.
    /// The same key twice in one file; the first row was read.
    package static let duplicateKey = FindingCode("key.duplicate", .error)
    /// A reference to a row that is not in the set.
    package static let dangling = FindingCode("key.dangling", .warning)
    /// A status in a bulk file.
    package static let bulkStatus = FindingCode("status.in-bulk", .warning)
    /// A row of a delta file without a status.
    package static let deltaStatus = FindingCode("status.blank-in-delta", .warning)
    /// A row of a delta file without a time of change.
    package static let deltaTime = FindingCode("status.time-in-delta", .warning)
    /// `inactive`, a word of an old edition, taken as `tobedeleted`.
    package static let statusInactive = FindingCode("status.inactive", .warning)

    // People.
    /// Two accounts that look like one person with two roles.
    package static let doubleAccount = FindingCode("person.double-account", .warning)
    /// A person without any role.
    package static let withoutRole = FindingCode("person.no-role", .warning)
    /// A relation in which neither side is a student or neither is an adult.
    package static let relationOdd = FindingCode("person.relation-odd", .note)

    // Findings of an import, which knows what was there before.
    /// A person vanishes and another with the same names appears.
    package static let renumbering = FindingCode("import.renumbering", .warning)
    /// A refused row whose key the directory knows; what it holds was left as it is.
    package static let rowKept = FindingCode("import.row-kept", .note)
    /// A row that needs another row which neither the set nor the directory has.
    package static let notLinked = FindingCode("import.not-linked", .warning)
}
