import CrosswalkImporters
import CrosswalkModel

extension SubjectFile {
  /// What standard error says about evidence that is missing or has changed; `nil` where neither is so.
  ///
  /// - Parameter index: Its place in the subject file.
  func warning(aboutEvidence item: EvidenceItem, at index: Int, _ check: EvidenceCheck) -> Diagnostic? {
    let place = location(of: ["evidence", String(index), "path"])
    switch check.state {
    case .verified, .unpinned: return nil
    case .changed:
      return Diagnostic(
        .warning, code: "evidence-changed",
        message: "evidence \(item.id) changed: \(item.path) has the digest \(check.digest ?? "")",
        location: place, hint: "look at the file, then record its digest as \"sha256\"")
    case .missing:
      return Diagnostic(
        .warning, code: "evidence-missing",
        message: "evidence \(item.id) missing: \(item.path): \(check.reason ?? "no such file")",
        location: place, hint: "put the file into the folder of the subject file, or correct its path")
    }
  }
}
