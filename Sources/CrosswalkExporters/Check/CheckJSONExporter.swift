import CrosswalkModel

/// What is wrong with claims as JSON, schema `crosswalk-check/1`.
public struct CheckJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-check/1"
    var frameworks: [String]
    var asOf: String
    /// Left out where everything counts that the store knows.
    var knownBy: String?
    var minimumConfidence: Double
    var mayMissConflicts: Bool
    var claims: Int
    var reviewed: Int
    var contradictions: [Contradiction]
    @Nullable var resolution: Resolution?
    @Nullable var conflictSets: ConflictSets?
    var dangling: [Dangling]
    var stale: [Stale]
    var changedSinceReview: [Changed]
    var withoutEffect: [Remark]
    var unwitnessed: [Unwitnessed]
  }

  private struct Contradiction: Encodable {
    /// The first of the pairs.
    var pair: [String]
    var pairs: [[String]]
    var claims: [ClaimDocument]
    var derivations: [[StepDocument]]
    var repairs: [Repair]
  }

  private struct Repair: Encodable {
    var claim: String
    var from: String
    var action: String
    var relations: [String]
    var to: [String]
    var possible: [String]
    var steps: Int
    var words: String
  }

  private struct Resolution: Encodable {
    var repairs: [Repair]
    var proven: Bool
  }

  private struct ConflictSets: Encodable {
    var sets: [[ClaimDocument]]
    var complete: Bool
  }

  private struct Missing: Encodable {
    var name: String
    @Nullable var revision: String?
    var closest: [String]
  }

  private struct End: Encodable {
    var framework, named, current: String
    /// `null` where the text of the named revision is not here.
    @Nullable var changes: [EndChangeDocument]?
  }

  private struct Dangling: Encodable {
    var claim: ClaimDocument
    var missing: [Missing]
  }

  private struct Changed: Encodable {
    var claim: ClaimDocument
    /// What a reviewer did, about other words.
    var act: ReviewActDocument
  }

  private struct Stale: Encodable {
    var claim: ClaimDocument
    var ends: [End]
  }

  private struct Remark: Encodable { var claim: ClaimDocument }

  private struct Unwitnessed: Encodable {
    var claim: ClaimDocument
    var parts: [String]
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; claims with everything known about them.
  public func export(_ report: CheckReport) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(
      of: Document(
        frameworks: report.frameworks.map(\.description), asOf: report.asOf.description,
        knownBy: report.knownBy?.description,
        minimumConfidence: Share.rounded(report.minimumConfidence), mayMissConflicts: report.mayMissConflicts,
        claims: report.claims,
        reviewed: report.reviewed, contradictions: report.contradictions.map(Self.document),
        resolution: report.resolution.map {
          Resolution(repairs: $0.repairs.map(Self.document), proven: $0.isProven)
        },
        conflictSets: report.conflictSets.map { sets in
          ConflictSets(sets: sets.sets.map { $0.map(ClaimDocument.init) }, complete: sets.isComplete)
        }, dangling: report.dangling.map(Self.document), stale: report.stale.map(Self.document),
        changedSinceReview: report.changedSinceReview.map {
          Changed(claim: ClaimDocument($0.claim), act: ReviewActDocument($0.act))
        },
        withoutEffect: report.withoutEffect.map { Remark(claim: ClaimDocument($0)) },
        unwitnessed: report.unwitnessed.map {
          Unwitnessed(claim: ClaimDocument($0.claim), parts: $0.parts.map(\.description))
        }))
  }

  private static func document(_ contradiction: CheckReport.Contradiction) -> Contradiction {
    let pairs = contradiction.pairs.map(\.references)
    return Contradiction(
      pair: pairs.first ?? [], pairs: pairs, claims: contradiction.claims.map(ClaimDocument.init),
      derivations: contradiction.derivations.map { derivation in
        let frameworks = contradiction.frameworks
        return derivation.steps.map { StepDocument($0, pair: frameworks) }
      }, repairs: contradiction.repairs.map(document))
  }

  private static func document(_ repair: CheckReport.Repair) -> Repair {
    let (names, isWithdrawal) = (repair.relations?.names ?? [], repair.relations == nil)
    return Repair(
      claim: repair.claim.id.rawValue, from: repair.claim.origin.description,
      action: isWithdrawal ? "withdraw" : "change", relations: repair.claim.relations.names, to: names,
      possible: repair.possible.names, steps: repair.steps, words: repair.words)
  }

  private static func document(_ entry: CheckReport.Dangling) -> Dangling {
    let missing = entry.missing.map {
      Missing(name: $0.reference, revision: $0.revision?.description, closest: $0.closest)
    }
    return Dangling(claim: ClaimDocument(entry.claim), missing: missing)
  }

  private static func document(_ entry: CheckReport.Stale) -> Stale {
    let ends = entry.ends.map {
      End(
        framework: $0.framework.rawValue, named: $0.named.rawValue, current: $0.current.rawValue,
        changes: $0.changes?.map(EndChangeDocument.init))
    }
    return Stale(claim: ClaimDocument(entry.claim), ends: ends)
  }
}

extension CheckReport.Contradiction {
  /// The frameworks that an end without nodes may stand for: those of the claims.
  fileprivate var frameworks: (FrameworkID, FrameworkID) {
    let whole = claims.first { $0.isNoCounterpart } ?? claims[0]
    return (whole.source.framework, whole.target.framework)
  }
}

extension RelationshipSet {
  /// The relations as OSCAL spells them.
  fileprivate var names: [String] { relationships.map(\.rawValue) }
}
