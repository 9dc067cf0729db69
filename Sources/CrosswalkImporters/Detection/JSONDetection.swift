import CrosswalkModel
import CrosswalkOSCAL
import CrosswalkReaders

/// Tells what a JSON document is from the one key that it has beside `$schema`.
struct JSONDetection {
  let limits: ReadingLimits

  func format(of file: SourceFile) throws(ImportError) -> DetectedFormat {
    let key: JSONEvent?
    do { key = try firstKey(of: file) } catch { throw ImportError(error) }
    guard let key, case .name(let name) = key.kind else {
      throw FormatDetection.unsupported(
        file, "JSON without an object of OSCAL", hint: FormatDetection.oscalHint)
    }
    guard let root = OSCALRoot(rawValue: name) else {
      if PatchImporter.recognizes(file, limits: limits) {
        throw FormatDetection.unsupported(
          file, "a patch", hint: "crosswalk whatif --patch takes it; a store is not patched")
      }
      let isOSCAL = FormatDetection.furtherOSCALRoots.contains(name)
      throw FormatDetection.unsupported(
        file, isOSCAL ? "an OSCAL \(name)" : "JSON with the key \"\(name)\"",
        hint: FormatDetection.oscalHint,
        at: SourceLocation(file: file.name, line: key.line, column: key.column))
    }
    return .oscal(root, .json)
  }

  /// The first key of the object that is no `$schema`.
  private func firstKey(of file: SourceFile) throws(ReadingError) -> JSONEvent? {
    var reader = try JSONEventReader(file, limits: limits)
    guard try reader.next()?.kind == .beginObject else { return nil }
    while let event = try reader.next() {
      guard event.kind == .name("$schema") else { return event }
      // Its value, which is one string.
      guard case .string? = try reader.next()?.kind else { return event }
    }
    return nil
  }
}
