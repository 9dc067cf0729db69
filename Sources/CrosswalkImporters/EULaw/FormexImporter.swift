import CrosswalkModel
import CrosswalkReaders

/// Reads acts of the Official Journal of the European Union in Formex 4: one catalog an act, annexes included.
///
/// Articles and annexes are controls; paragraphs, subparagraphs, points, indents and rows of tables are statements;
/// chapters and sections are groups. ``ProvisionName`` says how they are named. Modality and roles stay open, since
/// the source does not state them, but for recitals and, in English, defined terms. Text that the act inserts into other acts is
/// guidance, never one of its own provisions. A consolidated act is a revision named by its day; ``FormexChanges`` says
/// how the changes that it marks become facts, and what was deleted is kept as withdrawn.
public struct FormexImporter: CatalogImporter {
  /// Formex.
  public static let format = CatalogFormat.formex

  let identity: ImportIdentity
  let known: KnownFrameworks

  /// Creates an importer; what `identity` leaves open is taken from the act and from the list of known frameworks.
  public init(identity: ImportIdentity, known: KnownFrameworks) {
    self.identity = identity
    self.known = known
  }

  /// Imports every act in `file` (a part, a list of parts, a table of contents or a zip), each as a catalog.
  ///
  /// Parts that `file` lists are looked for beside it.
  public func importCatalog(
    _ file: SourceFile, limits: ReadingLimits, into graph: inout CrosswalkGraphBuilder
  ) throws(ImportError) {
    for publication in try FormexPublication.publications(in: [file], limits: limits) {
      try importCatalog(publication, limits: limits, into: &graph)
    }
  }

  /// Imports one act with its annexes, in the order of their list, as one catalog.
  ///
  /// - Parameter parallels: The same act in other languages. Their words become facts of the provisions of `publication`
  ///   (``EULawProperty/text(in:)``); provisions that only one language has are named.
  /// - Throws: ``ImportError``; `unknownFramework` where neither the user nor the list of known frameworks says what
  ///   the act is.
  /// - Complexity: One pass over each part; memory for the text and one article, or one annex, at a time.
  public func importCatalog(
    _ publication: FormexPublication, parallels: [FormexPublication] = [], limits: ReadingLimits,
    into graph: inout CrosswalkGraphBuilder
  ) throws(ImportError) {
    guard var written = try write(publication, limits: limits) else { return }
    for parallel in parallels {
      guard let other = try write(parallel, limits: limits) else { continue }
      written.notUsed += other.notUsed
      written.notUsed += ParallelTexts.attach(
        try other.finished(), to: &written.catalog, try written.finished())
    }
    graph.add(try written.finished())
    for record in written.notUsed { graph.add(record) }
  }

  /// An act as read.
  private struct Written {
    var catalog: CatalogBuilder
    var notUsed: [NotUsed]

    /// The catalog so far.
    func finished() throws(ImportError) -> Catalog {
      do { return try catalog.finished() } catch {
        throw ImportError(
          .duplicateControl(firstSeen: error.first), at: error.second, control: error.control.local)
      }
    }
  }

  private func write(_ publication: FormexPublication, limits: ReadingLimits) throws(ImportError) -> Written?
  {
    let parts = ([publication.act].compactMap(\.self)) + publication.annexes
    guard let first = parts.first else { return nil }
    let metadata = try metadata(of: publication, first: first)
    var notUsed = publication.notUsed + metadata.notUsed
    notUsed += ([publication.document].compactMap(\.self) + parts).flatMap(\.notUsed)
    var writer = FormexNodeWriter(
      catalog: CatalogBuilder(metadata: metadata.catalog, file: first.file.name), file: first.file.name,
      isEnglish: metadata.catalog.language.map { $0 == "en" } ?? false)
    for part in parts {
      if part.file.name != writer.text.file { notUsed += writer.begin(file: part.file.name) }
      let firstRow = writer.catalog.rows.count
      var reader = FormexActReader(writer: writer)
      do { try XMLEventReader(limits: limits).read(part.file, into: &reader) } catch {
        throw ImportError(error)
      }
      writer = reader.writer
      var changes = reader.changes
      notUsed += changes.write(into: &writer.catalog, from: firstRow)
    }
    return Written(catalog: writer.catalog, notUsed: notUsed + writer.text.notUsed)
  }
}

extension FormexImporter {
  private struct Described {
    var catalog: CatalogMetadata
    var notUsed: [NotUsed]
  }

  private func metadata(of publication: FormexPublication, first: FormexHeader) throws(ImportError)
    -> Described
  {
    var reader = FormexTextReader(file: first.file.name)
    guard let titleElement = first.first(.title) else {
      throw ImportError(.missingElement("TITLE", in: first.root.rawValue), at: first.location)
    }
    let passage = reader.passage(titleElement)
    let title = FormexNumber.label(passage.text)
    let isAct = publication.act != nil
    let facts = FormexActFacts.facts(
      part: first, document: publication.document, entry: publication.entry, title: isAct ? title : "")
    let maker = EULawMetadata(identity: identity, known: known, format: Self.format)
    var metadata = try maker.metadata(
      of: facts, title: title, isAct: isAct, at: first.location(titleElement),
      undated: .missingElement("DATE", in: "BIB.INSTANCE"))
    metadata.properties += passage.notes.map { Property(name: "note", value: $0.text) }
    return Described(catalog: metadata, notUsed: reader.notUsed)
  }
}
