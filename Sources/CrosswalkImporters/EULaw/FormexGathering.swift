import CrosswalkModel
import CrosswalkReaders

/// Puts the files of acts together.
struct FormexGathering {
  let limits: ReadingLimits
  private var headers: [FormexHeader] = []
  private var taken: Set<String> = []
  private var notUsed: [NotUsed] = []
  private var found: [FormexPublication] = []
  /// Why the first file that is something else is none.
  private var foreign: ImportError?

  /// Creates an empty gathering.
  init(limits: ReadingLimits) { self.limits = limits }

  /// Takes in a file, or every XML file of a zip.
  mutating func add(_ file: SourceFile) throws(ImportError) {
    do {
      guard try file.sniff() == .zip else {
        let loaded = try file.loaded(limits: limits)
        return headers.append(try Self.header(loaded, limits))
      }
      for member in try ZipContainer(file, limits: limits).files { try add(member: member) }
    } catch let error as ReadingError {
      throw ImportError(error)
    } catch let error as ImportError {
      throw error
    } catch {
      throw ImportError(.notThisFormat(expected: "formex", found: "unreadable"), at: Self.start(of: file))
    }
  }

  private mutating func add(member: SourceFile) throws {
    guard member.name.lowercased().hasSuffix(".xml") else {
      let why = "only XML members are read"
      return notUsed.append(NotUsed(location: Self.start(of: member), what: "member", why: why))
    }
    do throws(ImportError) {
      headers.append(try Self.header(member, limits))
    } catch {
      // A container may hold more than the act; alone, such a file is refused.
      guard case .notThisFormat(_, let what) = error.reason else { throw error }
      foreign = foreign ?? error
      notUsed.append(NotUsed(location: error.location, what: "member", why: what))
    }
  }

  private static func header(_ file: SourceFile, _ limits: ReadingLimits) throws(ImportError) -> FormexHeader
  {
    try FormexHeader(file, limits: limits)
  }

  private static func start(of file: SourceFile) -> SourceLocation {
    SourceLocation(file: file.name, line: 1, column: 1)
  }

  /// The acts of everything added.
  mutating func publications() throws(ImportError) -> [FormexPublication] {
    for header in headers where header.root == .publication { try follow(contents: header) }
    for header in headers where header.root == .document { try take(document: header) }
    for header in headers where header.isAct && !taken.contains(header.file.name) {
      try take(act: header)
    }
    takeAnnexes()
    guard let first = found.first else {
      if let foreign { throw foreign }
      guard let header = headers.first else { return [] }
      throw ImportError(.notThisFormat(expected: "formex", found: "no act is in it"), at: header.location)
    }
    found[0] = FormexPublication(
      document: first.document, entry: first.entry, act: first.act, annexes: first.annexes,
      notUsed: notUsed + first.notUsed)
    return found
  }

  /// The documents that a table of contents lists; in one of a whole issue most may be absent.
  private mutating func follow(contents: FormexHeader) throws(ImportError) {
    let items = contents.content.flatMap { $0.name == .publishedItem ? [$0] : $0.all(.publishedItem) }
    var missing: [(name: String, place: SourceLocation)] = []
    var followed = 0
    for item in items {
      guard let name = item[.instance] else { continue }
      if let document = try resolve(name, from: contents) {
        followed += 1
        if !headers.contains(where: { $0.file.name == document.file.name }) { headers.append(document) }
      } else {
        missing.append((name, contents.location(item)))
      }
    }
    if followed == 0, headers.allSatisfy({ $0.root == .publication }), let first = missing.first {
      throw ImportError(.missingPart(first.name), at: first.place)
    }
    notUsed += missing.map {
      NotUsed(location: $0.place, what: "document \($0.name)", why: "listed, but not here")
    }
  }

  private mutating func take(document: FormexHeader) throws(ImportError) {
    guard !taken.contains(document.file.name) else { return }
    taken.insert(document.file.name)
    let entries = (document.first(.parts)?.elements ?? []).filter {
      $0.name == .mainPart || $0.name == .subPart
    }
    guard entries.contains(where: { $0.name == .mainPart }) else {
      throw ImportError(.missingElement("DOC.MAIN.PUB", in: "DOC"), at: document.location)
    }
    var open: Entries?
    for entry in entries {
      if entry.name == .mainPart {
        if let open { try finish(open, of: document) }
        open = Entries(main: entry)
      } else {
        open?.others.append(entry)
      }
    }
    if let open { try finish(open, of: document) }
  }

  private struct Entries {
    let main: FormexElement
    var others: [FormexElement] = []
  }

  private mutating func finish(_ entries: Entries, of document: FormexHeader) throws(ImportError) {
    var unused: [NotUsed] = []
    guard let act = try part(entries.main, of: document, &unused) else {
      throw ImportError(.missingElement("REF.PHYS", in: "DOC.MAIN.PUB"), at: document.location(entries.main))
    }
    guard act.isAct else {
      let found = "its main part is <\(act.root.rawValue)>, not an act"
      throw ImportError(.notThisFormat(expected: "formex", found: found), at: act.location)
    }
    var annexes: [FormexHeader] = []
    for entry in entries.others {
      guard let annex = try part(entry, of: document, &unused) else { continue }
      guard annex.root == .annex else {
        let found = "<\(annex.root.rawValue)> in place of an annex"
        throw ImportError(.notThisFormat(expected: "formex", found: found), at: annex.location)
      }
      annexes.append(annex)
    }
    found.append(
      FormexPublication(document: document, entry: entries.main, act: act, annexes: annexes, notUsed: unused))
  }

  private mutating func part(
    _ entry: FormexElement, of document: FormexHeader, _ unused: inout [NotUsed]
  ) throws(ImportError) -> FormexHeader? {
    var part: FormexHeader?
    for reference in entry.all(.physicalReference) {
      let place = document.location(reference)
      guard let name = reference[.file] else {
        throw ImportError(.missingAttribute("FILE", element: "REF.PHYS"), at: place)
      }
      guard part == nil, reference[.type].map({ $0 == "DOC.XML" }) ?? true else {
        unused.append(NotUsed(location: place, what: "file \(name)", why: "not the text of the part"))
        continue
      }
      guard let header = try resolve(name, from: document) else {
        throw ImportError(.missingPart(name), at: place)
      }
      taken.insert(header.file.name)
      part = header
    }
    return part
  }

  /// The file called `name`: among those given, in the same folder first, or beside `header`.
  private func resolve(_ name: String, from header: FormexHeader) throws(ImportError) -> FormexHeader? {
    let folder = Self.folder(of: header.file.name)
    let same = headers.filter { Self.lastName(of: $0.file.name) == name }
    if let near = same.first(where: { Self.folder(of: $0.file.name) == folder }) { return near }
    if let sibling = header.file.siblingNamed(name) { return try load(sibling) }
    return same.first
  }

  private func load(_ file: SourceFile) throws(ImportError) -> FormexHeader {
    let loaded: SourceFile
    do { loaded = try file.loaded(limits: limits) } catch { throw ImportError(error) }
    return try FormexHeader(loaded, limits: limits)
  }

  private static func lastName(of path: String) -> Substring {
    path.lastIndex { $0 == "/" || $0 == "!" }.map { path[path.index(after: $0)...] } ?? path[...]
  }

  private static func folder(of path: String) -> Substring { path.dropLast(lastName(of: path).count) }

  /// An act whose list was not given: the list beside it, else the annexes given that belong to the same list.
  private mutating func take(act: FormexHeader) throws(ImportError) {
    taken.insert(act.file.name)
    if let name = act.documentFile, let document = try resolve(name, from: act), document.root == .document,
      Self.lists(document, act)
    {
      if !headers.contains(where: { $0.file.name == act.file.name }) { headers.append(act) }
      return try take(document: document)
    }
    let annexes = headers.filter { annex in
      act.root == .act && annex.root == .annex && !taken.contains(annex.file.name)
        && annex.documentFile == act.documentFile
        && Self.folder(of: annex.file.name) == Self.folder(of: act.file.name)
        && (annex.language ?? act.language) == act.language
    }.sorted { $0.sequence < $1.sequence }
    taken.formUnion(annexes.map(\.file.name))
    // A consolidated act holds its annexes itself.
    let list = act.root == .act ? act.documentFile : nil
    let missing = list.map { name in
      NotUsed(
        location: act.documentReferenceLocation, what: "document \(name)",
        why: "not beside the act: annexes that it lists may be missing")
    }
    found.append(
      FormexPublication(
        document: nil, entry: nil, act: act, annexes: annexes, notUsed: missing.map { [$0] } ?? []))
  }

  private static func lists(_ document: FormexHeader, _ part: FormexHeader) -> Bool {
    let name = lastName(of: part.file.name)
    return document.first(.parts)?.all(.physicalReference).contains { $0[.file].map { $0 == name } ?? false }
      ?? false
  }

  /// Annexes that came without their act, those of one list together.
  private mutating func takeAnnexes() {
    let left = headers.filter { $0.root == .annex && !taken.contains($0.file.name) }
    var groups: [(document: String?, annexes: [FormexHeader])] = []
    for annex in left {
      if let known = groups.firstIndex(where: { $0.document == annex.documentFile }) {
        groups[known].annexes.append(annex)
      } else {
        groups.append((annex.documentFile, [annex]))
      }
    }
    for group in groups {
      let annexes = group.annexes.sorted { $0.sequence < $1.sequence }
      found.append(FormexPublication(document: nil, entry: nil, act: nil, annexes: annexes, notUsed: []))
    }
  }
}
