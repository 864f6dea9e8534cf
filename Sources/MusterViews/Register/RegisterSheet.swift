package import MusterCore

/// What the register's page shows: facts that the server has gathered for somebody who may see them.
package struct RegisterSheet: Sendable {
    /// The name of the site.
    package var site: String
    /// What is going on at the site.
    package var mode = Mode.everyday
    /// The viewer's other pages.
    package var links: [PageLink] = []
    /// What the viewer may do with it.
    package var access = RegisterAccess.none
    /// On what it rests, and who reads it.
    package var setting = RegisterSetting()
    /// The adults of the register; empty for whoever waits.
    package var adults: [ArmedAdult] = []
    /// Who looked last, the newest first; for the holders.
    package var looks: [RegisterLook] = []
    /// The people whom the record and the setting name.
    package var people = Table<PersonEntry>()
    /// Who may be named as a holder, and who as law-enforcement command.
    package var candidates: (holders: [PersonEntry], command: [PersonEntry]) = ([], [])
    /// Whether the viewer settles whether there is one.
    package var maySettle = false
    /// A form that could not be taken: its fields, which row it was about, and why.
    package var typed: (fields: [FormField], row: ArmedAdultID?, refusal: RegisterRefusal)?
    /// What was done just now.
    package var done = ""

    /// A site that keeps none.
    package init(site: String) {
        self.site = site
    }

    /// The name of somebody.
    func name(_ person: PersonID) -> String { people[person]?.name ?? "Somebody who left" }

    /// The names of some people, as a list.
    func names(_ persons: [PersonID]) -> String {
        persons.isEmpty ? "nobody" : Teller.list(persons.map { name($0) })
    }
}

extension RegisterRefusal {
    /// What to put right, as a sentence.
    package var sentence: String {
        switch self {
        case .noLegalNote:
            "Write down the law, policy or decision on which the register rests, and who found so."
        case .noHolder:
            "Choose at least one lawful holder: somebody has to keep the register and answer for it."
        case .tooManyReaders: "Choose at most \(RegisterSetting.mostReaders) of each."
        case .unknownPerson: "Somebody chosen has no role at this site any more. Choose again."
        case .notLawEnforcement:
            "Law-enforcement command is chosen among School Resource Officers and agencies."
        case .missing(.appearance): "Write what shows who it is: an arriving officer sees only that."
        case .missing(let field): "\(field.label) is missing."
        case .tooLong(let field, let most):
            "\(field.label) is longer than \(most) bytes. Keep it short: it is read in a hurry."
        case .notOfRegister:
            "Somebody who carries no weapon and wears ordinary clothes does not belong in this register."
        case .full: "The register holds \(ArmedAdult.most) adults. Take somebody out first."
        }
    }
}

extension RegisterField {
    /// What the form calls the field.
    package var label: String {
        switch self {
        case .legalNote: "The legal note"
        case .holders: "The lawful holders"
        case .command: "Law-enforcement command"
        case .name: "Name"
        case .duty: "What the adult does here"
        case .employer: "Employer"
        case .armed: "Weapon"
        case .dress: "Clothes"
        case .appearance: "What shows who it is"
        case .post: "Usual place"
        case .hours: "When here"
        case .call: "Reached by"
        }
    }
}

extension Dress {
    /// What an arriving officer would see, in a few words.
    package var label: String {
        switch self {
        case .plain: "Ordinary clothes"
        case .marked: "Ordinary clothes with vest, badge or band"
        case .uniform: "Uniform"
        }
    }
}

extension RegisterStep {
    /// What was done, as the record says it after a name.
    var words: String {
        switch self {
        case .allowed: "settled that the register may exist"
        case .forbidden: "settled that there is no register; it was erased"
        case .read: "read it"
        case .added: "added somebody"
        case .changed: "changed a row"
        case .removed: "took somebody out"
        case .checked: "found a row right"
        case .here: "said that somebody is here"
        case .left: "said that somebody has left"
        }
    }
}
