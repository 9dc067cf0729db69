import CrosswalkModel
import CrosswalkReaders

/// Reads acts in Akoma Ntoso 3 (OASIS LegalDocML, AKN4EU): one catalog a file, annexes included.
///
/// The elements are translated into those of Formex and written by the same writer, so that a provision has the same
/// local name and kind from either format.
public struct AkomaNtosoImporter: CatalogImporter {
  /// Akoma Ntoso.
  public static let format = CatalogFormat.akomaNtoso

  let identity: ImportIdentity
  let known: KnownFrameworks

  /// Creates an importer; what `identity` leaves open is taken from the act and from the list of known frameworks.
  public init(identity: ImportIdentity, known: KnownFrameworks) {
    self.identity = identity
    self.known = known
  }

  /// Imports the act in `file` with its annexes.
  ///
  /// - Throws: ``ImportError``; `unknownFramework` where neither the user, nor a rule, nor a CELEX number in the file
  ///   says what the act is.
  /// - Complexity: One pass over the file after its head; memory for the text and one article, or one annex, at a time.
  public func importCatalog(
    _ file: SourceFile, limits: ReadingLimits, into graph: inout CrosswalkGraphBuilder
  ) throws(ImportError) {
    let header = try AkomaNtosoHeader(file, limits: limits)
    let described = try metadata(of: header)
    let writer = FormexNodeWriter(
      catalog: CatalogBuilder(metadata: described.catalog, file: file.name), file: file.name,
      isEnglish: described.catalog.language == "en")
    var reader = AkomaNtosoReader(writer: writer, header: header)
    do { try XMLEventReader(limits: limits).read(file, into: &reader) } catch { throw ImportError(error) }
    var catalog = reader.act.writer.catalog
    var notUsed = described.notUsed + header.notUsed + reader.act.writer.text.notUsed
    notUsed += Self.write(header.modifications, seenBy: reader, into: &catalog)
    do { graph.add(try catalog.finished()) } catch {
      throw ImportError(
        .duplicateControl(firstSeen: error.first), at: error.second, control: error.control.local)
    }
    for record in notUsed { graph.add(record) }
  }

  private struct Described {
    var catalog: CatalogMetadata
    var notUsed: [NotUsed]
  }

  private func metadata(of header: AkomaNtosoHeader) throws(ImportError) -> Described {
    var reader = FormexTextReader(file: header.file.name)
    let long = header.preface?.all(localName: "longTitle").first
    let passage = (long ?? header.preface).map { reader.passage($0) } ?? FormexPassage()
    let title = FormexNumber.label(passage.text)
    let place = header.location(header.preface ?? header.document)
    guard !title.isEmpty else {
      throw ImportError(.missingElement("preface", in: header.document?.localName ?? "act"), at: place)
    }
    let facts = AkomaNtosoFacts(header).facts(title: title)
    let maker = EULawMetadata(identity: identity, known: known, format: Self.format)
    var metadata = try maker.metadata(
      of: facts, title: title, isAct: true, at: place,
      undated: .invalidValue(
        "", of: "date of the act", allowed: "a day in FRBRdate; else name the revision with --revision"))
    metadata.properties += passage.notes.map { Property(name: "note", value: $0.text) }
    return Described(catalog: metadata, notUsed: reader.notUsed)
  }

  /// Writes what the metadata says about single provisions as facts of them.
  private static func write(
    _ modifications: [AkomaNtosoHeader.Modification], seenBy reader: AkomaNtosoReader,
    into catalog: inout CatalogBuilder
  ) -> [NotUsed] {
    let places = PlacesOfRows(catalog.rows, from: 0)
    for place in reader.removed {
      if let row = places.row(at: place) { catalog.rows[Int(row)].isWithdrawn = true }
    }
    var notUsed: [NotUsed] = []
    for change in modifications {
      guard let place = reader.places[change.provision], let row = places.row(at: place) else {
        notUsed.append(
          NotUsed(
            location: change.location, what: "modification of \"\(change.provision)\"",
            why: "no provision here is called so"))
        continue
      }
      let verb = change.isPassive ? verbs[change.type] ?? change.type : change.type
      catalog.append(
        .property, name: change.isPassive ? EULawProperty.amendedBy : EULawProperty.amends,
        value: "\(verb) \(change.other)",
        to: row)
    }
    return notUsed
  }

  /// The words that consolidated Formex has for the same changes.
  private static let verbs = ["insertion": "inserted", "substitution": "replaced", "repeal": "deleted"]
}
