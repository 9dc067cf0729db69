import CrosswalkModel

/// The subject file and the description of its system as fields.
struct SystemFields {
  let subject: DocumentSubject?
  let system: SystemDescription?
  let questions: [RecognitionPathway.Question]
  let words: Words

  static let descriptions: [FieldDescription] =
    [
      .record(
        "subject", "The subject file.",
        [
          .text("id", "Short name of the subject.", "lantern-2.3"),
          .text("name", "Name of the system with its version.", "Lantern Screening Support 2.3"),
        ]),
      .record("system", "The system.", system),
      .record("provider", "Who provides the system.", party),
      .record("representative", "The authorised representative; absent where none is named.", party),
      .record("importer", "Who imports the system; absent where nobody is named.", party),
      .record("notifiedBody", "The notified body; absent where none is named.", party),
    ] + FieldDescription.list("deployers", "Those who use the system under their authority.", party)
    + FieldDescription.list("reviewers", "Those who review the documents.", reviewer)
    + FieldDescription.list("usReviewers", "Those of them who speak for the United States.", reviewer)
    + FieldDescription.list("euReviewers", "Those of them who speak for the European Union.", reviewer)

  private static let reviewer: [FieldDescription] = [
    .text("name", "Their name.", "A. Sample"), .text("organisation", "The body that they speak for."),
    .text("role", "What they do there."), .text("side", "Their side.", "United States"),
  ]

  private static let system: [FieldDescription] =
    [
      .text("name", "Name of the system.", "Lantern Screening Support"),
      .text("version", "Its version.", "2.3"), .text("reference", "The unambiguous reference to it."),
      .text("type", "Its type, as its provider calls it."),
      .text("purpose", "What it is meant for."), .text("purposeFrom", "Where its purpose is stated."),
      .text("description", "What it is made of and does."),
      .text("placedOn", "The day on which it was or will be placed on the market.", "2028-03-01"),
      .text("placedOnFrom", "Where that day is stated."),
      .text("status", "Where it stands on the market."),
    ]
    + FieldDescription.list(
      "memberStates", "The Member States where it is made available.", example: "Member State A")
    + FieldDescription.list("facts", "The facts that scope and class rest on.", ScopeFields.fact)

  private static let party: [FieldDescription] = [
    .text("name", "Its name.", "Example Harbor Analytics, Inc."), .text("address", "Its postal address."),
    .text("country", "Where it is established.", "United States"), .text("contact", "Whom to turn to."),
    .text("email", "Mail address."), .text("phone", "Telephone number."),
    .text("number", "Registration or identification number."),
    .flag("given", "Whether it is named."),
  ]

  /// Every root that the subject gives.
  var fields: FieldRecord {
    var record: FieldRecord = [
      "subject": .record(["id": .given(subject?.id), "name": .text(Self.title(of: system))]),
      "system": .record(systemRecord),
      "provider": .record(Self.record(of: provider ?? .init(name: ""))),
    ]
    let others = [
      ("representative", subject?.representative), ("importer", subject?.importer),
      ("notifiedBody", subject?.notifiedBody),
    ]
    for (name, party) in others { record[name] = party.map { .record(Self.record(of: $0)) } }
    record.set("deployers", list: (subject?.deployers ?? []).map(Self.record))
    let reviewers = subject?.reviewers ?? []
    record.set("reviewers", list: reviewers.map(reviewer))
    for side in BilateralPosition.Side.allCases {
      record.set("\(side.rawValue)Reviewers", list: reviewers.filter { $0.side == side }.map(reviewer))
    }
    return record
  }

  /// Name and version.
  static func title(of system: SystemDescription?) -> String {
    system.map { $0.name + ($0.version.map { " \($0)" } ?? "") } ?? ""
  }

  /// The provider of the subject file, else that of the description of the system.
  private var provider: DocumentSubject.Party? {
    subject?.provider ?? system.map { .init(name: $0.provider.name, country: $0.provider.country) }
  }

  private var systemRecord: FieldRecord {
    var record: FieldRecord = [
      "name": .given(system?.name), "version": .given(system?.version),
      "reference": .given(subject?.reference), "type": .given(subject?.type),
      "purpose": .given(system?.intendedPurpose.text), "purposeFrom": .given(system?.intendedPurpose.from),
      "description": .given(subject?.description), "placedOn": .given(system?.placedOn?.day.description),
      "placedOnFrom": .given(system?.placedOn?.from), "status": .given(subject?.status),
    ]
    record.set("memberStates", texts: subject?.memberStates ?? [])
    record.set("facts", list: facts)
    return record
  }

  /// Every fact that the pathway asks for, in its order; those that nobody knows included.
  private var facts: [FieldRecord] {
    guard let system else { return [] }
    return questions.map { ScopeFields.record(of: $0, system, words) }
  }

  private static func record(of party: DocumentSubject.Party) -> FieldRecord {
    [
      "name": .text(party.name), "address": .given(party.address), "country": .given(party.country),
      "contact": .given(party.contact), "email": .given(party.email), "phone": .given(party.phone),
      "number": .given(party.number), "given": .flag(!party.name.isEmpty),
    ]
  }

  private func reviewer(_ reviewer: DocumentSubject.Reviewer) -> FieldRecord {
    [
      "name": .text(reviewer.name), "organisation": .given(reviewer.organisation),
      "role": .given(reviewer.role), "side": .given(reviewer.side.map { words["side-\($0.rawValue)"] }),
    ]
  }
}
