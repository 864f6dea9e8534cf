/// What a command became that was taken but could not be done as it was meant.
package enum Kept: String, WireName {
    /// A late act of a replaced holder, for the present holder to see.
    case suggestion
    /// A raise, or an act that strengthens, that was too old to be done.
    case report
    /// An action that took effect around places that keep their own: a Lockdown, or another one as strong.
    case around
    /// An observation that changes nothing now: the incident is over or not known, or something newer stands.
    case late
}
