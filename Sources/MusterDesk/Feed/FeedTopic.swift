/// What a feed connection listens to: one slice of one site's log.
///
/// Two devices with an equal topic get the very same bytes, so an event is cut and encoded once for each
/// topic, however many devices hold it.
package struct FeedTopic: Hashable, Sendable {
    /// The site whose log is followed.
    package let site: String
    /// The key of the slice: audience and scope.
    package let slice: String

    /// Names the slice of a site.
    package init(site: String, slice: String) {
        self.site = site
        self.slice = slice
    }
}
