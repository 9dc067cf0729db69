import CrosswalkModel

@testable import CrosswalkExporters

/// An outline with every kind of block, and fields for it; all facts are invented.
enum WordOutlineSample {
  static let outline = """
    # {{t.about}}

    The system **{{system.name}}** is described here. *Emphasis* and **strong *both* words** stand in one paragraph,\\
    and a second line of it.

    > **Note.** {{system.note}}
    >
    > - first point of a note
    > - second point

    - bullet one
    - bullet two
      - deeper {{system.name}}
      - deeper still

    1. number one
    2. number two

       more about number two
    3. number three

    {{#requirements}}

    # {{number}} {{title}}

    {{asks}}

    ## {{t.linked}}

    {{#hasLinked}}

    | {{t.item}} | {{t.relation}} | {{t.confidence}} | {{t.note}} |
    |---|---|---:|---|
    | {{#linked}} |
    | {{label}}: {{title}} | {{relation}}{{#stale}} (stale){{/stale}} | {{confidence}} | {{note}} |
    | {{/linked}} |

    {{/hasLinked}}

    {{^hasLinked}}

    {{t.none}}

    {{/hasLinked}}

    1. step one of {{number}}
    2. step two

    {{/requirements}}

    ---

    # {{t.evidence}}

    | {{t.item}} | {{t.date}} | {{t.owner}} | {{t.state}} | {{t.digest}} | {{t.note}} | {{t.reason}} |
    |---|:-:|---|---|---|---|---|
    | {{#evidence}} |
    | {{title}} | {{date}} | {{owner}} | {{state}} | {{digest}} | {{note}} | {{reason}} |
    | {{/evidence}} |

    | {{t.us}} | {{t.eu}} |
    |---|---|
    | **agreed** | **not yet** |

    ### {{t.deep}}

    {{#missing}}

    never shown

    {{/missing}}

    #### {{t.deep}}

    The end of {{system.name}}.
    """

  static let strings = StringTable(
    language: "en",
    labels: [
      "about": "About this document", "linked": "Linked items", "item": "Item", "relation": "Relationship",
      "confidence": "Confidence", "note": "Note", "none": "No linked item is recorded.",
      "evidence": "Evidence",
      "date": "Date", "owner": "Owner", "state": "State", "digest": "SHA-256", "reason": "Reason",
      "us": "Position of the United States", "eu": "Position of the European Union",
      "deep": "A deeper heading",
      "as-of-date": "As-of date", "basis": "Where this document comes from", "contents": "Contents",
      "page": "Page",
      "page-of": "of",
    ])

  /// The template of the outline.
  static func template() throws -> WordTemplate {
    let parser = try OutlineParser(Array(outline.utf8), file: "document.md")
    return try WordTemplate(outline: parser.outline, strings: strings)
  }

  /// Fields with `count` requirements.
  static func fields(requirements count: Int = 9, linked: Int = 6) -> FieldRecord {
    let words = "The provider states how the system is meant to be used, and what the assessment found; "
    func requirement(_ number: Int) -> FieldValue {
      let items = (0..<(number % 4 == 3 ? 0 : linked)).map { item -> FieldValue in
        .record([
          "label": .text("MEASURE 2.\(item + 1)"),
          "title": .text("Test sets, metrics and tools are documented"),
          "relation": .text("related"), "stale": .flag(item == 2), "confidence": .text("0.\(40 + item)"),
          "note": .text(String(words.prefix(40 + 60 * item))),
        ])
      }
      return .record([
        "number": .text("2(\(Unicode.Scalar(UInt8(97 + number % 26))))"),
        "title": .text(
          number % 2 == 0
            ? "Design choices" : "Validation, testing and a title that is long enough to wrap twice"),
        "asks": .text(words + words), "linked": .list(items), "hasLinked": .flag(!items.isEmpty),
      ])
    }
    let evidence = (0..<14).map { number -> FieldValue in
      .record([
        "title": .text("Test report \(number), second edition"), "date": .text("2026-09-0\(1 + number % 9)"),
        "owner": .text("Quality management"), "state": .text("verified"),
        "digest": .text(String(repeating: "9f86d081884c7d65", count: 4)),
        "note": .text(String(words.prefix(60))),
        "reason": .text("Donaudampfschifffahrtsgesellschaftskapitän"),
      ])
    }
    return [
      "t": .record(FieldRecord(strings.labels.mapValues { .text($0) })),
      "document": .record([
        "kind": .text("Joint document"), "title": .text("Joint technical documentation"),
        "subtitle": .text("Lantern, version 2.3"), "language": .text("en"), "date": .text("2026-11-23"),
        "dateText": .text("23 November 2026"), "toolkit": .text("crosswalk toolkit"),
        "notice": .text("Invented example: the system, the provider and every fact are made up."),
        "draft": .flag(true), "draftText": .text("Draft: 0 of 359 claims reviewed; nobody has judged them."),
        "basis": .text(
          "Regulation (EU) 2024/1689, Article 11 and Annex IV; the outline is this project's proposal."),
        "disclaimer": .text("Nothing here is an approval under any law."),
      ]),
      "system": .record(["name": .text("Lantern"), "note": .text(words)]),
      "requirements": .list((0..<count).map(requirement)), "evidence": .list(evidence), "missing": .list([]),
    ]
  }
}
