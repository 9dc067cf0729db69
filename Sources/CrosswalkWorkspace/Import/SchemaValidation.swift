import CrosswalkModel
import CrosswalkReaders

/// Holds files against XML Schemas before they are imported.
///
/// A document is valid where one of the schemas allows it; else the faults are those of the schema that finds the
/// fewest, which is the one that was meant.
struct SchemaValidation {
  private let limits: ReadingLimits

  init(limits: ReadingLimits) { self.limits = limits }

  /// What is wrong with the files, in their order.
  ///
  /// - Throws: `SchemaFault` about a schema, `ReadingError`.
  func faults(in files: [String], schemas: [String]) throws -> [Diagnostic] {
    let documents = try files.flatMap { try Self.documents(in: SourceFile(path: $0), limits: limits) }
    var fewest: [[Diagnostic]?] = Array(repeating: nil, count: documents.count)
    for schema in schemas {
      let validator = try XSDValidator(SourceFile(path: schema), limits: limits)
      for (index, document) in documents.enumerated() where fewest[index]?.isEmpty != true {
        let faults = try validator.faults(in: document).map(\.diagnostic)
        if fewest[index].map({ faults.count < $0.count }) ?? true { fewest[index] = faults }
      }
    }
    return fewest.flatMap { $0 ?? [] }
  }

  /// The file itself, or the XML members of a container.
  private static func documents(in file: SourceFile, limits: ReadingLimits) throws -> [SourceFile] {
    switch try file.sniff() {
    case .zip: try ZipContainer(file, limits: limits).files.filter { try $0.sniff() == .xml }
    // What is no XML is refused by the validator, with its place.
    default: [try file.loaded(limits: limits)]
    }
  }
}

extension Workspace {
  /// What XML Schemas do not allow in files; nothing where each file is valid against one of them.
  ///
  /// - Parameters:
  ///   - schemas: The files of the schemas.
  ///   - fileBytes: Largest file to read; `nil` for the standard limit.
  /// - Throws: `SchemaFault` about a schema, `ReadingError` for a file that cannot be read as XML.
  public static func faults(in files: [String], schemas: [String], fileBytes: Int?) throws -> [Diagnostic] {
    let limits = fileBytes.map { ReadingLimits.standard.with(fileBytes: $0) } ?? .standard
    return try SchemaValidation(limits: limits).faults(in: files, schemas: schemas)
  }
}
