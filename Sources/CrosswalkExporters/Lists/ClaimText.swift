import CrosswalkModel

extension MappingClaim {
  /// The review record: `reviewed by R. Reviewer on 2026-11-23`, or that there is none.
  var reviewWords: String {
    guard isReviewed, let reviewer else { return "not reviewed" }
    return "reviewed by \(reviewer.onOneLine)" + (reviewedOn.map { " on \($0)" } ?? "")
  }
}

extension TextPage {
  /// Appends one claim: what it says, how far one may trust it, its note, where it stands.
  ///
  /// What reviewers did and what both sides say about it follows.
  mutating func claim(_ claim: MappingClaim, indent: Int, remarks: ClaimRemarks = .init()) {
    let source = ReferenceText.full(claim.source).unbreakable
    let target = ReferenceText.full(claim.target).unbreakable
    paragraph("\(source)  \(claim.token.onOneLine)  \(target)", indent: indent, hanging: 2)
    facts(of: claim, isStale: remarks.stale.contains(claim.id), indent: indent + 2)
    if let note = claim.note, !note.isEmpty { paragraph(note.onOneLine, indent: indent + 2) }
    paragraph(
      "\(claim.origin.description.onOneLine)  \(claim.id)", ink: .faint, indent: indent + 2, hanging: 2)
    for act in remarks.acts[claim.id] ?? [] { self.act(act, on: claim.id, indent: indent + 2) }
    for both in remarks.positions.all(on: .claim(claim.id)) where !both.isEmpty {
      self.positions(both, indent: indent + 2)
    }
  }

  private mutating func facts(of claim: MappingClaim, isStale: Bool, indent: Int) {
    var facts = [claim.status.rawValue, claim.isReviewed ? "reviewed" : "not reviewed"]
    if isStale { facts.append("stale: the text may have changed since") }
    if claim.isAlternativeRoute {
      facts.append("says nothing about the relation")
    } else if claim.relations != .related {
      facts.append(claim.relations.description)
    }
    if let basis = claim.basis { facts.append("basis \(basis.onOneLine)") }
    if let rationale = claim.rationale { facts.append(rationale.rawValue) }
    if let strength = claim.strength { facts.append("strength \(strength) of 10") }
    if let confidence = claim.confidence { facts.append("confidence \(Share.confidence(confidence))") }
    if let author = claim.author { facts.append("by \(author.onOneLine)") }
    if let date = claim.date { facts.append("on \(date)") }
    if let reviewer = claim.reviewer { facts.append("reviewer \(reviewer.onOneLine)") }
    paragraph(facts.joined(separator: ", "), ink: .faint, indent: indent, hanging: 2)
  }
}

extension [MappingClaim] {
  /// `3 of 20 claims reviewed`, and how many alternative routes stand apart from them.
  var reviewState: String {
    let routes = count(where: \.isAlternativeRoute)
    let reviewed = count { $0.isReviewed && !$0.isAlternativeRoute }
    return "\(reviewed) of \(Counted.claims(count - routes)) reviewed"
      + (routes == 0 ? "" : "; \(Counted.of(routes, "alternative route")) apart")
  }
}

/// A list of claims for a terminal.
public struct ClaimsTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle
  /// What is known about the claims besides.
  public let remarks: ClaimRemarks

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle, remarks: ClaimRemarks = .init()) {
    self.style = style
    self.remarks = remarks
  }

  /// The claims in the order given, after their number.
  public func export(_ claims: [MappingClaim]) -> [UInt8] {
    var page = TextPage(style: style)
    page.paragraph(claims.reviewState, ink: .strong)
    if let knownBy = remarks.knownBy { page.paragraph(knownBy.knownBySentence) }
    for claim in claims {
      page.blank()
      page.claim(claim, indent: 0, remarks: remarks)
    }
    return page.bytes
  }
}
