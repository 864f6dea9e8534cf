/// Forms that the server answers itself, without a command of the log.
extension Html {
    /// Writes a form that posts to a path of the server, with the slot of the form token.
    ///
    /// `carriesFile` is for a form with a file to send.
    package mutating func plainForm(
        to path: String, _ fields: KeyValuePairs<StaticString, String> = [:], carriesFile: Bool = false,
        content: (inout Html) -> Void
    ) {
        raw("<form method=\"post\" class=\"act\"")
        Attribute.attribute("action", path).write(into: &self)
        if carriesFile { raw(" enctype=\"multipart/form-data\"") }
        raw("><input type=\"hidden\" name=\"token\" value=\"")
        markTokenSlot()
        raw("\">")
        for (name, value) in fields { hidden(name, value) }
        content(&self)
        raw("</form>")
    }
}
