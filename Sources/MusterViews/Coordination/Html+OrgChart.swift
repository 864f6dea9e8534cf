import MusterCore

/// The organization of the incident (ICS 207) as it stands: strips, as air traffic control has them, on the lines by
/// which one reports to another.
extension Html {
    /// Writes the chart: the school coordinator, scene command beside, and below who reports to the coordinator.
    mutating func orgChart(_ board: BoardIncident) {
        let chart = OrgChart(board.incident)
        ul(.class("org"), .label("Who does what, and reports to whom")) { h in
            h.li { h in
                h.div("org-top") { h in
                    h.coordinatorStrip(board)
                    h.sceneBox(board)
                }
                if board.seesClocks { h.ladder(board) }
                guard !chart.groups.isEmpty else { return }
                h.ul("org-groups") { h in
                    for (group, holdings) in chart.groups {
                        h.li("org-group") { h in
                            h.p("org-name", text: group.label)
                            h.ul("org-boxes") { h in
                                for holding in holdings { h.li { h in h.position(holding, board) } }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Writes what is opened when it is needed: a quiet line, no empty boxes.
    mutating func unopened(_ board: BoardIncident) {
        let positions = OrgChart(board.incident).unopened
        guard board.incident.isOpen, !positions.isEmpty else { return }
        fold("Opened when needed", key: "unopened", aside: "\(positions.count)") { h in
            h.ul("org-unopened") { h in
                for position in positions {
                    h.li { h in
                        h.strong(text: position.label)
                        h.p("quiet", text: position.summary)
                    }
                }
            }
        }
    }

    /// Writes which agency commands the scene, joined to the coordinator by what the coordinator is beside it.
    ///
    /// A recorded fact: nobody of the agency holds anything here.
    private mutating func sceneBox(_ board: BoardIncident) {
        guard let scene = board.incident.scene else { return }
        p(
            "org-join",
            text: "serves as "
                + board.context.state.plan(of: board.incident).underAgency.label.lowercasedFirst + " to")
        div("strip strip-scene") { h in
            h.div("strip-face") { h in
                h.p("strip-position", text: "Scene command")
                h.p("strip-holder", text: scene.label)
                h.p("strip-state") { h in
                    h.icon(.shield)
                    h.text("Recorded, since ")
                    h.timeOfDay(scene.since, board.clock)
                }
            }
        }
    }
}
