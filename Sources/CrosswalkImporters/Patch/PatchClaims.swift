import CrosswalkModel

/// The claims of a patch in JSON, read by the rules of a claims file: each is one row of it.
struct PatchClaims {
  let reading: PatchReading

  func patch() throws(ImportError) -> ClaimPatch {
    var patch = ClaimPatch()
    guard let claims = reading.document.claims else { return patch }
    var additions: [MappingClaim] = []
    for (number, claim) in (claims.add ?? []).enumerated() {
      additions.append(try row(claim, "add", number).claim())
    }
    for (number, claim) in (claims.replace ?? []).enumerated() {
      let row = row(claim, "replace", number)
      patch.removals.append(try row.removal())
      var replacement = try row.claim()
      replacement.id = ClaimID("")
      additions.append(replacement)
    }
    for (number, claim) in (claims.remove ?? []).enumerated() {
      patch.removals.append(try row(claim, "remove", number).removal())
    }
    var graph = CrosswalkGraphBuilder()
    var collector = ClaimCollector()
    for claim in additions { try collector.add(claim, to: &graph) }
    patch.additions = graph.claims
    return patch
  }

  private typealias Column = ClaimsCSVImporter.Column

  /// The claim as a row: a cell for each member, in the place of the member.
  private func row(_ claim: PatchDocument.Claim, _ change: String, _ number: Int) -> ClaimRow {
    let path: [JSONPlaces.Step] = [.name("claims"), .name(change), .index(number)]
    let contents: [(column: Column, member: String, content: String?)] = [
      (.source, "source", claim.source), (.target, "target", claim.target),
      (.relationship, "relationship", claim.relationship),
      (.strict, "strict", claim.strict.map { $0 ? "true" : "false" }),
      (.rationale, "rationale", claim.rationale), (.strength, "strength", claim.strength.map { "\($0)" }),
      (.confidence, "confidence", claim.confidence.map { "\($0)" }), (.method, "method", claim.method),
      (.status, "status", claim.status), (.author, "author", claim.author), (.date, "date", claim.date),
      (.reviewer, "reviewer", claim.reviewer), (.reviewedOn, "reviewedOn", claim.reviewedOn),
      (.sourceRevision, "sourceRevision", claim.sourceRevision),
      (.targetRevision, "targetRevision", claim.targetRevision), (.note, "note", claim.note),
      (.id, "id", claim.id), (.change, "", change),
    ]
    let cells = contents.map { column, member, content in
      TableCell(content ?? "", location: reading.place(path + [.name(member)]))
    }
    let columns = Dictionary(
      uniqueKeysWithValues: contents.enumerated().map { ($0.element.column, $0.offset) })
    return ClaimRow(TableRow(cells: cells, location: reading.place(path)), columns: columns)
  }
}
