/// What the page may ask of the core: the numbers are the first argument of `muster_call`.
///
/// The numbers are a contract with `Web/core.mjs` and never change their meaning.
package enum BrowserOp: UInt32, CaseIterable, Sendable {
    /// Says which interface this module speaks, and how many bytes of input arrived.
    case version = 0
    /// Opens a replica from a cut state, a directory slice and a viewer.
    case open = 1
    /// Applies one record of the log.
    case apply = 2
    /// Draws the regions of a page that changed since they were last drawn.
    case render = 3
    /// Makes a command envelope from the fields of a form.
    case prepare = 4
    /// Gives the canonical bytes of the state.
    case encode = 5
}
