import CrosswalkDigest
import CrosswalkModel
import CrosswalkReaders

extension SourceManifest {
  /// Reads a list of sources (`Schemas/sources.schema.json`).
  ///
  /// - Throws: ``ImportError`` `.malformedSources` at the line and column of what is wrong, which is a fault of the
  ///   configuration: unknown members, addresses that may not be fetched from, names that stand twice, limits that are
  ///   none, a policy that cannot be met.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws(ImportError) {
    let bytes: [UInt8]
    do { bytes = try file.bytes(limits: limits) } catch { throw ImportError(error) }
    let read: LocatedJSON<SourcesDocument>
    do {
      read = try StrictJSON.document(
        SourcesDocument.self, from: SourceFile(name: file.name, bytes: bytes), limits: limits)
    } catch {
      throw error.asFaultOfSources
    }
    do {
      let sources = try SourcesChecker(read: read).sources()
      self.init(
        file: file.name, digest: ContentDigest.hexadecimal(ContentDigest.sha256(bytes)), sources: sources)
    } catch { throw error.asFaultOfSources }
  }
}

extension ImportError {
  /// What is wrong with a file of the user's, as a fault of the list of sources.
  fileprivate var asFaultOfSources: ImportError {
    guard case .malformedFile(let what) = reason else { return self }
    return ImportError(.malformedSources(what), at: location)
  }
}
