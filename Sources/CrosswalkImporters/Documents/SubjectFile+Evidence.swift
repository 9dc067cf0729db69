import CrosswalkDigest
import CrosswalkModel
import CrosswalkReaders

extension SubjectFile {
  /// Compares the file of each piece of evidence with the digest that the subject file names.
  ///
  /// - Returns: What the comparison showed, by the ids of the evidence.
  /// - Throws: `ReadingError` `.leavesFolder` at the place of a path that leads out of the bundle; a file that is not
  ///   there or cannot be read is an outcome, no error.
  /// - Complexity: Linear in the bytes of the files, of which a piece at a time is held.
  public func checkEvidence() throws(ReadingError) -> [String: EvidenceCheck] {
    var checks: [String: EvidenceCheck] = [:]
    for (index, item) in (subject.evidence ?? []).enumerated() {
      checks[item.id] = try check(item, at: ["evidence", String(index), "path"])
    }
    return checks
  }

  private func check(_ item: EvidenceItem, at path: [String]) throws(ReadingError) -> EvidenceCheck {
    var digest = ContentDigestStream()
    let limits = ReadingLimits.standard.with(fileBytes: ReadingLimits.largestFile)
    do {
      try bundleFile(item.path).forEachPiece(limits: limits) { digest.append($0) }
    } catch {
      if case .leavesFolder = error.reason { throw ReadingError(error.reason, at: location(of: path)) }
      return EvidenceCheck(.missing, reason: error.reason == .notFound ? nil : error.diagnostic.message)
    }
    let found = digest.hexadecimal
    guard let pinned = item.sha256 else { return EvidenceCheck(.unpinned, digest: found) }
    return EvidenceCheck(pinned.lowercased() == found ? .verified : .changed, digest: found)
  }

  /// The description of the system that the subject file names; `nil` where it names none.
  ///
  /// - Throws: ``ImportError`` at the place of what is wrong; a path that leads out of the bundle at the path.
  public func system() throws(ImportError) -> SystemDescription? {
    guard let path = subject.system else { return nil }
    do { return try SystemDescription(bundleFile(path)) } catch {
      guard case .reading(let fault) = error.reason, case .leavesFolder = fault.reason else { throw error }
      throw ImportError(ReadingError(fault.reason, at: location(of: ["system"])))
    }
  }
}
