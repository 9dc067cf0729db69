import CrosswalkModel
import CrosswalkReaders

/// An OSCAL catalog as it is read: takes the events of the document and holds what they amount to.
struct OSCALCatalogDocument: XMLEventHandler {
  typealias Failure = ImportError

  static let formatName = "OSCAL catalog"
  static let vocabulary = OSCALName.vocabulary
  static let namespaces = ["http://csrc.nist.gov/ns/oscal/1.0"]

  /// Where in the document an event stands, as far as it decides what the event means.
  enum Place: UInt8 {
    case document, catalog, metadata, record, group, control, part, parameter, property, link
    case select, constraint, test, backMatter, resource, citation, resourceLink
    /// An element with text: a title, a label, remarks.
    case field
    /// Markup inside a text.
    case markup
    /// Inside an element that is not used.
    case unused
  }

  /// Which text characters go to.
  enum Collecting { case nothing, part, field }

  /// What a property belongs to.
  enum PropertyOwner {
    case metadata(name: String)
    case node(row: Int32, name: TextSpan)
  }

  let file: String
  let identity: ImportIdentity
  let known: KnownFrameworks
  let limits: ReadingLimits

  var place = Place.document
  var places: [Place] = []
  var collecting = Collecting.nothing
  var partText = ProseText()
  var fieldText = ProseText()
  var fieldName = OSCALName.title
  /// What the property being read belongs to.
  var propertyOwner = PropertyOwner.metadata(name: "")
  /// Relation of the link being read.
  var linkName = TextSpan.empty

  var arena = TextArena()
  var rows: [NodeRow] = []
  var facts: [NodeFact] = []
  var nodes: [OpenNode] = []
  /// Labels of the innermost node that are not its name.
  var furtherLabels: [TextSpan] = []
  var printed = PrintedIdentifier()

  /// Names of facts, each kept once.
  var factNames = SpanTable()
  /// Those of them that are names of OSCAL, by the index of the name; empty where it was not needed yet.
  var ownFactNames = [TextSpan](repeating: .empty, count: OSCALName.allCases.count)
  /// Place of the element that begins, once it was asked for: finding it costs a scan.
  var startMark: TextMark?
  var identifiers = IdentifierRegister()
  /// Names of groups and controls, each with its row.
  var localNames = SpanTable()
  /// Identifiers of groups by row.
  var groupIdentifiers: [Int32: TextSpan] = [:]
  /// Groups at the top so far.
  var topGroups = 0
  var parameters = ParameterTable()
  /// Row of the parameter being read, and its fact's name.
  var parameter: Int32 = -1
  var parameterName = TextSpan.empty
  /// For each parameter that became a fact, the fact.
  var parameterFacts: [(parameter: Int32, fact: Int)] = []
  var deferred: [DeferredText] = []
  var emptyStatements: [EmptyStatement] = []
  /// Rows of assessment objectives.
  var objectives: Set<Int32> = []

  var metadata = OSCALMetadata()
  /// Known as soon as the metadata is read.
  var catalogMetadata: CatalogMetadata?
  var resources: [Resource] = []
  var notUsed: [NotUsed] = []

  init(file: String, identity: ImportIdentity, known: KnownFrameworks, limits: ReadingLimits) {
    self.file = file
    self.identity = identity
    self.known = known
    self.limits = limits
  }

  mutating func startElement(_ element: XMLElement) throws(ImportError) {
    let outer = place
    places.append(outer)
    startMark = nil
    let name = element.namespaceIndex == 0 ? OSCALName(rawValue: element.name) : nil
    place =
      switch outer {
      case .field, .markup: beginMarkup(name, element)
      case .group, .control: try beginInNode(name, element)
      case .part: try beginInPart(name, element)
      case .parameter, .select, .constraint, .test: try beginInParameter(name, element)
      case .property, .link: beginInFact(name, element)
      case .catalog: try beginInCatalog(name, element)
      case .metadata, .record: try beginInMetadata(name, element)
      case .backMatter, .resource, .citation, .resourceLink: try beginInBackMatter(name, element)
      case .document: try beginDocument(name, element)
      case .unused: .unused
      }
    if place == .unused { collecting = .nothing }
  }

  mutating func endElement(_ element: XMLElementEnd) throws(ImportError) {
    let ended = place
    place = places.removeLast()
    switch ended {
    case .markup: return endMarkup(element)
    case .field: endField()
    case .part: endPart()
    case .control: try endControl()
    case .group: try endGroup()
    case .parameter: endParameter()
    case .record: endRecord()
    case .metadata: try endMetadata()
    case .catalog: try endCatalog()
    default: break
    }
    collecting =
      switch place {
      case .part: .part
      case .field, .markup, .record: .field
      default: .nothing
      }
  }

  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(ImportError) {
    switch collecting {
    case .part: partText.append(bytes)
    case .field: fieldText.append(bytes)
    case .nothing:
      if place != .unused, let stray = bytes.firstIndex(where: { !$0.isXMLBlank }) {
        strayText(UnsafeRawBufferPointer(rebasing: bytes[stray...]))
      }
    }
  }
}
