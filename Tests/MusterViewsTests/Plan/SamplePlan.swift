import Foundation
import MusterCore

@testable import MusterViews

/// The library that Muster ships as the plan of a site, in all states.
enum SamplePlan {
    static let writer = SampleSite.sam
    static let now = Instant(milliseconds: 1_772_460_192_000)

    static let draft: PlanDocument = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Plans")
        var library = PlanDocument()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names.sorted() where name.hasSuffix(".json") {
            let bytes = Array((try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data())
            if let annex = try? Annex.decoded(bytes) { library.annexes.put(annex) }
            if let basic = try? BasicPlan.decoded(bytes) { library.basic = basic }
        }
        return library.draft(1, by: writer, at: now)
    }()

    static var lockdown: Annex {
        guard let annex = draft.annexes.rows.first(where: { $0.id.text == "lockdown" }) else {
            preconditionFailure("the library has an annex for Lockdown")
        }
        return annex
    }

    static var inForce: PlanDocument {
        var document = draft
        document.state = .published
        document.reviewed = PlanMark(SampleSite.dana, at: now)
        document.approved = PlanMark(SampleSite.dana, at: now)
        document.published = PlanMark(SampleSite.dana, at: now + .minutes(5))
        return document
    }

    /// A second version that changes a little, and has something the matter.
    static var next: PlanDocument {
        var document = inForce.draft(2, by: writer, at: now + .minutes(60))
        document.annexes.update(lockdown.id) {
            $0.during.goal = "Nobody is found."
            $0.courses[0].steps[1].movesPeople = true
        }
        document.settings.rights = [Right(.endLockdown, [.coordinator, .agency])]
        return document
    }

    static func overview(edits: Bool = true) -> PlanOverview {
        var overview = PlanOverview(site: "Cedar Ridge High School")
        overview.plan = SitePlan().taking(inForce, digest: "digest")
        overview.documents = edits ? [next, inForce] : [inForce]
        overview.isTrue = true
        overview.mayEdit = edits
        overview.mayReview = edits
        overview.viewer = writer
        overview.reviewers = [SampleSite.dana, writer]
        for (person, name) in [(SampleSite.dana, "Dana Whitlock"), (writer, "Sam Okafor")] {
            var entry = PersonEntry()
            entry.person = person
            entry.name = name
            overview.people.put(entry)
        }
        return overview
    }

    static let clock = PageClock(now: now + .minutes(90))
}
