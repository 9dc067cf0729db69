import CrosswalkImporters
import CrosswalkModel

/// The toolkit's own words in the language of a document: `word-…` of `Crosswalks/Templates/shared/words/`.
struct Words {
  let strings: StringTable
  /// What ships in English besides: texts of the pathway, names of routes, citations.
  var translations = TextTranslations.none

  /// The language asked for.
  var language: String { strings.language }

  /// Words that stand for no token of the model.
  enum Word: String, CaseIterable {
    case applies
    case appliesFrom = "applies-from"
    case appliesSince = "applies-since"
    case asOf = "as-of"
    case asksOfficial = "asks-official"
    case asksSummary = "asks-summary"
    case blocksNothing = "blocks-nothing"
    case cannotBeRead = "cannot-be-read"
    case claim
    case claimsReviewed = "claims-reviewed"
    case colon, complete, conditional
    case conditionalFrom = "conditional-from"
    case date
    case dateFirst = "date-first"
    case decimalMark = "decimal-mark"
    case derived, direction, directly, disclaimer, draft
    case markDraft = "mark-draft"
    case markStale = "mark-stale"
    case markSuggestedGap = "mark-suggested-gap"
    case missing
    case noSuchFile = "no-such-file"
    case notDecided = "not-decided"
    case notForThisRole = "not-for-this-role"
    case notInForceOn = "not-in-force-on"
    case notJudged = "not-judged"
    case notMet = "not-met"
    case notReviewed = "not-reviewed"
    case or
    case otherLanguage = "other-language"
    case outOfScope = "out-of-scope"
    case partial
    case partlyReviewed = "partly-reviewed"
    case percent, proposed
    case reasonAnswered = "reason-answered"
    case reasonEvidence = "reason-evidence"
    case reasonEvidenceProblem = "reason-evidence-problem"
    case reasonFields = "reason-fields"
    case reasonNoEvidenceOf = "reason-no-evidence-of"
    case reasonNotAnswered = "reason-not-answered"
    case reasonOpen = "reason-open"
    case reviewed
    case reviewedBy = "reviewed-by"
    case reviewedOn = "reviewed-on"
    case semicolon
    case structure, together, transitional
    case unknownFact = "unknown-fact"
    case unreached, via
    case warningChanged = "warning-changed"
    case warningFramework = "warning-framework"
    case warningMissing = "warning-missing"
    case warningRequirement = "warning-requirement"
    case wholeFramework = "whole-framework"
    case withinScope = "within-scope"
  }

  /// The word called `name`; the name itself where no table has it.
  subscript(name: String) -> String { strings["word-\(name)"] ?? name }

  /// A label of the template; its name where no table has it, so that a plain text may stand in its place.
  func label(_ name: String) -> String { strings[name] ?? name }

  /// A text that ships in English, in the language of the document.
  func shown(_ text: String) -> String { translations[text] }

  /// A text that ships in English, with the place where it stands.
  func shown(_ text: String, at provision: String) -> String { "\(shown(text)) (\(shown(provision)))" }

  /// A word, with `values` in the places that it marks as %1, %2 and so on.
  func callAsFunction(_ word: Word, _ values: String...) -> String {
    let text = self[word.rawValue]
    guard !values.isEmpty else { return text }
    // One pass: what stands in a value is no mark.
    var result = ""
    var rest = Substring(text)
    while let mark = rest.firstIndex(of: "%") {
      result += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      if let number = rest.first?.wholeNumberValue, values.indices.contains(number - 1) {
        result += values[number - 1]
        rest = rest.dropFirst()
      } else {
        result += "%"
      }
    }
    return result + rest
  }
}

/// Words for the tokens of the model.
extension Words {
  func callAsFunction(_ verdict: Verdict) -> String { self["verdict-\(verdict.rawValue)"] }
  func callAsFunction(_ extent: Extent) -> String { self["extent-\(extent.rawValue)"] }
  func callAsFunction(_ modality: Modality) -> String { self["modality-\(modality.rawValue)"] }
  func callAsFunction(_ stance: BilateralPosition.Stance) -> String { self["stance-\(stance.rawValue)"] }
  func callAsFunction(_ kind: EvidenceKind) -> String { self["kind-\(kind.rawValue)"] }
  func callAsFunction(_ state: EvidenceCheck.State) -> String { self["evidence-\(state.rawValue)"] }
  func callAsFunction(_ effect: GateStage.Effect) -> String { self["gate-\(effect.rawValue)"] }
  func callAsFunction(_ state: RecognitionReport.State) -> String { self["recognition-\(state.rawValue)"] }
  func callAsFunction(_ status: LegalBasis.Status) -> String { self["basis-\(status.rawValue)"] }
  func callAsFunction(_ state: AnnexContent.State) -> String { self["content-\(state.rawValue)"] }
  func callAsFunction(_ kind: EquivalenceReport.Kind) -> String { self["equivalence-\(kind.rawValue)"] }
  func callAsFunction(_ cover: EquivalenceReport.Cover) -> String { self["cover-\(cover.rawValue)"] }
  func callAsFunction(_ extent: ArtefactReport.Extent) -> String { self["reach-\(extent.rawValue)"] }

  /// A set of relations: one of these holds.
  func callAsFunction(_ relations: RelationshipSet) -> String {
    switch relations {
    case .all: self["relation-unknown"]
    case .related: self["relation-related"]
    case []: self["relation-none"]
    default: list(relations.relationships.map { self["relation-\($0.rawValue)"] })
    }
  }

  /// What is called `name` is `text`: with the colon of the language.
  func pair(_ name: String, _ text: String) -> String { "\(name)\(self(.colon)) \(text)" }

  /// One thing after the other, with the semicolon of the language between them.
  func sequence(_ texts: [String]) -> String { texts.joined(separator: self(.semicolon) + " ") }

  /// Alternatives: `a, b or c`.
  func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(self(.or)) \(last)"
  }

  /// The roles of a set, in their order.
  func roles(_ roles: RoleSet) -> String {
    roles.names.map { self["role-\($0.lowercased().replacing(" ", with: "-"))"] }.joined(separator: ", ")
  }

  /// A side of a pathway: the words for the United States and the Union, the pathway's own for others.
  func party(_ party: RecognitionPathway.Party) -> String {
    strings["word-side-\(party.id)"] ?? shown(party.name)
  }

  /// The answers to a question about a system.
  func answers(_ tokens: [String]) -> String {
    tokens.map { strings["word-answer-\($0)"] ?? $0 }.joined(separator: ", ")
  }

  /// The name of a language; its code where no table has it.
  func name(ofLanguage code: String) -> String { strings["word-language-\(code)"] ?? code }

  /// A day with its month in words.
  func date(_ day: CalendarDate) -> String {
    self(day.day == 1 ? .dateFirst : .date, String(day.day), self["month-\(day.month)"], String(day.year))
  }

  /// A number as ``Share`` writes it, with the marks of the language.
  func decimal(_ text: String) -> String {
    text.replacing(".", with: self(.decimalMark)).replacing("%", with: self(.percent))
  }

  /// The verdict with its extent and its marks.
  func verdict(of finding: GapReport.Finding) -> String {
    let extent = finding.extent.map { " (\(self($0)))" } ?? ""
    let marks =
      (finding.suggestedGap ? [self(.markSuggestedGap)] : []) + (finding.stale ? [self(.markStale)] : [])
      + (finding.draft ? [self(.markDraft)] : [])
    return sequence([self(finding.verdict) + extent] + marks)
  }

  /// Whether and from when something applies, with the place that says so.
  func application(_ applicability: Applicability, _ ground: ApplicationGround?) -> String {
    let place = ground.map { " (\(shown($0.provision)))" } ?? ""
    let note = ground?.reason
    switch applicability {
    case .applies:
      let words = ground?.since.map { self(.appliesSince, date($0)) } ?? self(.applies)
      return sequence([words + place, note].compactMap { $0 })
    case .from(let day, let more):
      return sequence([self(.appliesFrom, date(day)) + place, more, note].compactMap { $0 })
    case .conditional(let condition, let day):
      let words = day.map { self(.conditionalFrom, date($0)) } ?? self(.conditional)
      let pair = condition.isEmpty ? words : self.pair(words, condition)
      return sequence([pair + place, note].compactMap { $0 })
    case .transitional(let words):
      return sequence([pair(self(.transitional), words) + place, note].compactMap { $0 })
    case .notForThisRole: return self(.notForThisRole)
    case .outOfScope: return note.map { pair(self(Word.outOfScope), $0) } ?? self(Word.outOfScope)
    }
  }
}

extension Words {
  /// The names of every word that the toolkit says: what the tables have, without `word-`.
  static var names: [String] {
    let families: [(String, [String])] = [
      ("relation", Relationship.allCases.map(\.rawValue) + ["related", "unknown", "none"]),
      ("verdict", Verdict.allCases.map(\.rawValue)), ("extent", ["proper", "open"]),
      ("modality", Modality.allCases.map(\.rawValue)),
      ("role", RoleSet.names.map { $0.lowercased().replacing(" ", with: "-") }),
      ("language", ["en", "de", "fr", "es", "it", "nl", "pl"]),
      ("stance", BilateralPosition.Stance.allCases.map(\.rawValue)),
      ("side", BilateralPosition.Side.allCases.map(\.rawValue)),
      ("evidence", EvidenceCheck.State.allCases.map(\.rawValue)),
      ("kind", EvidenceKind.allCases.map(\.rawValue)),
      ("gate", ["continue", "out-of-scope", "prohibited", "not-judged", "class", "procedure"]),
      ("answer", answerTokens), ("recognition", RecognitionReport.State.allCases.map(\.rawValue)),
      ("basis", LegalBasis.Status.allCases.map(\.rawValue)), ("content", ["none", "exists", "settled"]),
      ("reach", ArtefactReport.Extent.allCases.map(\.rawValue)),
      ("equivalence", EquivalenceReport.Kind.allCases.map(\.rawValue)),
      ("cover", ["proven", "open", "excluded"]),
      ("month", (1...12).map(String.init)),
    ]
    return Word.allCases.map(\.rawValue)
      + families.flatMap { family, tokens in tokens.map { "\(family)-\($0)" } }
  }

  /// The answers to questions about a system that are words, not numbers or codes.
  private static var answerTokens: [String] {
    Set(SystemFact.allCases.filter { $0 != .annexXIV }.flatMap(\.answers)).filter { Int($0) == nil }.sorted()
  }
}
