import CrosswalkModel
import CrosswalkOSCAL
import CrosswalkReaders

/// Finds and reads the documents that profiles import.
///
/// Nothing is ever fetched. What a profile names is looked for under its file name: first in the folder of the
/// profile, then among the files that the user named; paths and addresses are not followed. A catalog that is found
/// under no name is the one that the user named, where that is just one.
struct ProfileDocuments {
  /// A document that was found.
  struct Found {
    var file: SourceFile
    var root: OSCALElement
    /// Whether it has another name than the profile gives.
    var isSubstitute: Bool
  }

  private let further: [SourceFile]
  private let limits: ReadingLimits
  private var roots: [String: OSCALElement] = [:]

  /// - Parameter further: Files that the user named beside the profile.
  init(further: [SourceFile], limits: ReadingLimits) {
    self.further = further
    self.limits = limits
  }

  /// The document that `directive`, an `import` of `profile`, names.
  mutating func document(importedBy directive: OSCALElement, of profile: OSCALElement, in file: SourceFile)
    throws(ImportError) -> Found
  {
    guard let href = directive["href"], !href.isEmpty else {
      throw ImportError(.missingAttribute("href", element: "import"), at: directive.place)
    }
    let names = try Self.fileNames(of: href, in: profile, at: directive.place)
    for name in names {
      if let beside = file.siblingNamed(name) {
        return Found(file: beside, root: try root(of: beside), isSubstitute: false)
      }
    }
    for name in names {
      if let named = further.first(where: { Self.lastComponent(of: $0.name) == name }) {
        return Found(file: named, root: try root(of: named), isSubstitute: false)
      }
    }
    if let only = try onlyCatalog() { return only }
    throw ImportError(.missingImport(names.first ?? href), at: directive.place)
  }

  /// The one catalog among the files that the user named; `nil` where there is none, or more than one.
  private mutating func onlyCatalog() throws(ImportError) -> Found? {
    var found: Found?
    for file in further {
      guard let root = try? root(of: file), root.name == "catalog" else { continue }
      if found != nil { return nil }
      found = Found(file: file, root: root, isSubstitute: true)
    }
    return found
  }

  private mutating func root(of file: SourceFile) throws(ImportError) -> OSCALElement {
    if let known = roots[file.name] { return known }
    let root = try OSCALDocument.root(of: file, limits: limits)
    guard root.name == "catalog" || root.name == "profile" else {
      throw ImportError(
        .notThisFormat(expected: "OSCAL catalog or profile", found: "an OSCAL <\(root.name.prefix(64))>"),
        at: root.place)
    }
    roots[file.name] = root
    return root
  }

  // MARK: Names

  /// The file names under which `href` may be found, the likeliest first.
  private static func fileNames(
    of href: String, in profile: OSCALElement, at place: SourceLocation
  ) throws(ImportError) -> [String] {
    guard href.hasPrefix("#") else { return fileName(of: href).map { [$0] } ?? [] }
    let id = href.dropFirst().lowercased()
    let resources = profile.first("back-matter")?.elements("resource") ?? []
    guard let resource = resources.first(where: { $0["uuid"]?.lowercased() == id }) else {
      throw ImportError(.missingImport(href), at: place)
    }
    let links = resource.elements("rlink").filter { preference(of: $0["media-type"]) < 3 }
    let ordered = links.indices.sorted {
      (preference(of: links[$0]["media-type"]), $0) < (preference(of: links[$1]["media-type"]), $1)
    }
    return ordered.compactMap { links[$0]["href"].flatMap { fileName(of: $0) } }
  }

  /// XML goes before JSON, and both before what does not say; other forms are not read.
  private static func preference(of mediaType: String?) -> Int {
    guard let mediaType else { return 2 }
    return mediaType.contains("xml") ? 0 : mediaType.contains("json") ? 1 : 3
  }

  /// The last part of a path or an address, without query and fragment, its percent signs decoded.
  private static func fileName(of href: String) -> String? {
    let path = href.prefix { $0 != "?" && $0 != "#" }
    let name = lastComponent(of: percentDecoded(String(path)))
    return name.isEmpty ? nil : name
  }

  private static func lastComponent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private static func percentDecoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
