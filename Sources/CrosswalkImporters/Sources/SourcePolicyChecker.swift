import CrosswalkModel
import FoundationEssentials

/// Reads how a source is verified, and holds it against the files that it is about.
struct SourcePolicyChecker {
  let read: LocatedJSON<SourcesDocument>
  let files: SourcesChecker

  func verification(
    _ policy: SourcesDocument.Verification, files known: [SourceManifest.File], at path: SourcesChecker.Path
  ) throws(ImportError) -> SourceManifest.Verification {
    if policy.kind != "signed" {
      let members: [(String, Bool)] = [
        ("manifest", policy.manifest != nil), ("signatures", policy.signatures != nil),
        ("keys", policy.keys != nil),
        ("threshold", policy.threshold != nil),
      ]
      for (name, isThere) in members where isThere {
        throw read.error("only \"signed\" has \"\(name)\"", at: path + [.name(name)])
      }
    }
    switch policy.kind {
    case "marks": return .marks
    case "pinned":
      guard let open = known.firstIndex(where: { $0.sha256 == nil }) else { return .pinned }
      throw read.error("\"pinned\" needs the \"sha256\" of \"\(known[open].name)\"", at: path + ["kind"])
    case "signed": return .signed(try signed(policy, files: known, at: path))
    default: throw read.error("\"kind\" is marks, pinned or signed", at: path + ["kind"])
    }
  }

  private func signed(
    _ policy: SourcesDocument.Verification, files known: [SourceManifest.File], at path: SourcesChecker.Path
  ) throws(ImportError) -> SourceManifest.SignedPolicy {
    guard let manifest = policy.manifest, let signatures = policy.signatures, let keys = policy.keys,
      let threshold = policy.threshold
    else {
      throw read.error("\"signed\" needs \"manifest\", \"signatures\", \"keys\" and \"threshold\"", at: path)
    }
    let checked = SourceManifest.SignedPolicy(
      manifest: try files.file(manifest, at: path + ["manifest"]),
      signatures: try files.file(signatures, at: path + ["signatures"]),
      keys: try self.keys(keys, at: path + ["keys"]),
      threshold: threshold)
    guard (1...max(1, keys.count)).contains(threshold), !keys.isEmpty else {
      throw read.error("\"threshold\" is from 1 through the number of keys", at: path + ["threshold"])
    }
    let names = known.map(\.name) + [manifest.name, signatures.name]
    guard Set(names.map { $0.lowercased() }).count == names.count else {
      throw read.error("the manifest, its signatures and the files have names of their own", at: path)
    }
    return checked
  }

  private func keys(
    _ keys: [SourcesDocument.Key], at path: SourcesChecker.Path
  ) throws(ImportError) -> [SourceManifest.Key] {
    var names: Set<String> = []
    var values: Set<Data> = []
    for (index, key) in keys.enumerated() {
      let place = path + [.index(index)]
      guard !key.id.isEmpty, names.insert(key.id).inserted else {
        throw read.error("\"id\" is empty or stands twice", at: place + ["id"])
      }
      // Decoded and written again it must be the same: two spellings of one key would count as two signers.
      guard let bytes = Data(base64Encoded: key.publicKey), bytes.count == 32,
        bytes.base64EncodedString() == key.publicKey
      else { throw read.error("\"publicKey\" is the base64 of 32 bytes", at: place + ["publicKey"]) }
      guard values.insert(bytes).inserted else {
        throw read.error("this key stands twice: it would count as two signers", at: place + ["publicKey"])
      }
    }
    return keys.map { SourceManifest.Key(id: $0.id, publicKey: $0.publicKey) }
  }
}
