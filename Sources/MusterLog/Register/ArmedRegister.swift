package import MusterCore

/// The port to the register of armed and uniformed adults, its setting, and the record of who looked.
///
/// Each change is written together with its entry of the record, or not at all.
package protocol ArmedRegister: Sendable {
    /// Whether a site keeps a register, and who reads it; nothing settled is ``RegisterSetting/init()``.
    func registerSetting(of site: SiteID) async throws(DirectoryError) -> RegisterSetting
    /// Settles it. What no longer may exist is erased with the same step.
    func setRegister(_ setting: RegisterSetting, at site: SiteID, _ look: RegisterLook)
        async throws(DirectoryError)
    /// The adults of the register, sorted by id.
    func armedAdults(of site: SiteID) async throws(DirectoryError) -> [ArmedAdult]
    /// Keeps a row; the one of that id before is replaced.
    func keepArmedAdult(_ adult: ArmedAdult, at site: SiteID, _ look: RegisterLook)
        async throws(DirectoryError)
    /// Takes a row out.
    func removeArmedAdult(_ id: ArmedAdultID, at site: SiteID, _ look: RegisterLook)
        async throws(DirectoryError)
    /// Takes down that somebody looked.
    func note(_ look: RegisterLook, at site: SiteID) async throws(DirectoryError)
    /// The last entries of the record, the newest first.
    func registerLooks(of site: SiteID, last count: Int) async throws(DirectoryError) -> [RegisterLook]
}
