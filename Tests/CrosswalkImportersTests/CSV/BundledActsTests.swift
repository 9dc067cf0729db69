import CrosswalkImporters
import CrosswalkModel
import Testing

/// The two bundled revisions of the AI Act: the whole structure of each, and what Regulation (EU) 2026/1744 changed.
@Suite struct BundledActsTests {
  private static let first = Result { try BundledContentTests.bundled("eu-ai-act@2024-07-12") }
  private static let amended = Result { try BundledContentTests.bundled("eu-ai-act@2026-07-27") }

  private static let annexes = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii",
  ].map { "annex-" + $0 }

  private func controls(_ catalog: Catalog) -> [String] {
    catalog.nodes.filter { $0.kind == .control }.map(\.local)
  }

  // MARK: The structure

  @Test func theActAsPublishedHasAllItsArticlesAndAnnexes() throws {
    let catalog = try Self.first.get()
    #expect(catalog.metadata.id.description == "eu-ai-act@2024-07-12")
    #expect(catalog.metadata.asOf == CalendarDate("2024-07-12"))
    #expect(controls(catalog) == (1...113).map(String.init) + Self.annexes)
    #expect(catalog.nodes.allSatisfy { !$0.isWithdrawn && $0.properties.isEmpty })
  }

  @Test func theAmendedActHasSixArticlesAndAnAnnexMore() throws {
    let catalog = try Self.amended.get()
    var articles = (1...113).map(String.init)
    for (new, after) in [
      ("4a", "4"), ("60a", "60"), ("75a", "75"), ("75b", "75a"), ("75c", "75b"), ("75d", "75c"),
    ] {
      articles.insert(new, at: try #require(articles.firstIndex(of: after)) + 1)
    }
    #expect(controls(catalog) == articles + Self.annexes + ["annex-xiv"])
  }

  @Test(arguments: [first, amended])
  func chaptersAndSectionsStandInTheirOrder(catalog: Result<Catalog, any Error>) throws {
    let groups = try catalog.get().nodes.filter { $0.kind == .group }
    let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"]
    #expect(groups.filter { $0.parent == nil }.map(\.local) == numerals.map { "chapter-" + $0 })
    let sections = ["iii": 5, "v": 4, "vii": 2, "ix": 5]
    for numeral in numerals {
      let below = groups.filter { $0.parent?.local == "chapter-" + numeral }.map(\.local)
      let count = sections[numeral] ?? 0
      #expect(below == (0..<count).map { "chapter-\(numeral)/section-\($0 + 1)" })
    }
    #expect(groups.allSatisfy { !$0.title.isEmpty && !$0.label.isEmpty })
  }

  /// What has no summary is a heading: named, but counted nowhere, since we say nothing of what it requires.
  @Test(arguments: [first, amended])
  func aHeadingIsCountedNowhere(catalog: Result<Catalog, any Error>) throws {
    let nodes = try catalog.get().nodes
    let headings = nodes.filter { $0.summary.isEmpty && $0.kind != .group && !$0.isWithdrawn }
    #expect(headings.count > 80)
    #expect(nodes.filter(\.isWithdrawn).allSatisfy { !$0.isAssessable })
    #expect(headings.allSatisfy { !$0.isAssessable && $0.modality == nil && $0.appliesFrom == nil })
    #expect(nodes.allSatisfy { !$0.title.isEmpty && $0.text.isEmpty })
    let said = nodes.filter { $0.kind == .statement && !$0.summary.isEmpty && !$0.isWithdrawn }
    #expect(said.allSatisfy { $0.modality != nil && $0.appliesFrom != nil })
  }

  // MARK: The amendment

  /// What Article 1 of Regulation (EU) 2026/1744 did, point by point, to which provision of the Act.
  ///
  /// A star stands for a heading. The subparagraph is named where only that was changed.
  private static let facts = """
    1 replaced 1(2)(g)
    2a replaced 2(2)
    2b replaced 2(7)
    3 inserted 2(13)
    4a replaced 3(14)
    4b inserted 3(14a) 3(14b)
    5 replaced 4
    6 inserted 4a
    7a inserted 5(1)(ba) 5(1)(bb)
    7b inserted 5(1a) 5(1b)
    8 inserted 6(1a) 6(1b) 6(1c)
    9a replaced 10(1)
    9b deleted 10(5)
    9c replaced 10(6)
    10 replaced 11(1)/2
    11 replaced 17(2)
    12a replaced 25(2)
    12b replaced 25(4)/1
    13a replaced 27(4)
    13b replaced 27(5)
    14 inserted 28(8) 28(9)
    15 replaced 29(4)
    16 replaced 30(2)
    17 inserted 40(2)/2
    18 inserted 42(3)
    19 replaced 43(3)
    20 replaced 50(7)
    21 replaced 56(6)
    22a replaced 57(1)/1
    22b replaced 57(3)
    22c inserted 57(3a)
    22d replaced 57(5)
    22e replaced 57(9)(e)
    22f replaced 57(10)
    22g replaced 57(14)
    23a replaced 58(1)/1
    23b inserted 58(1)(d)
    24a replaced 60(1)/1
    24b replaced 60(2)
    25 inserted 60a
    26 replaced 63(1)
    27 inserted 64(3)
    28 replaced 69(2)
    29 replaced 70(8)
    30 replaced 72(3)
    31a replaced 75*
    31b replaced 75(1)
    31c inserted 75(1a) 75(1b) 75(1c) 75(1d) 75(1e)
    31d inserted 75(2a)
    32 inserted 75a 75b 75c 75d
    33 inserted 76(1)/2
    34a replaced 77*
    34b replaced 77(1)
    34c inserted 77(1a) 77(1b)
    35 replaced 95(4)
    36a replaced 96(1)(a)
    36b inserted 96(1)(g)
    36c replaced 96(1)/2
    37a replaced 97(2) 97(3)
    37b replaced 97(6)
    38a replaced 99(1)
    38b inserted 99(4)(da)
    38c inserted 99(6a)
    39a replaced 111(2)
    39b inserted 111(4)
    40a replaced 113/3(a)
    40b replaced 113/3(c)
    40c inserted 113/3(d)
    41a deleted annex-i/section-a/1
    41b inserted annex-i/section-b/21
    42 deleted annex-viii/section-b/7 annex-viii/section-b/9
    43 inserted annex-xiv
    """

  /// The mark that a fact makes, as the importer of consolidated acts writes it: point 22a is `AR:1;PT:22;PT:a`.
  private static func mark(_ action: Substring, _ point: Substring) -> String {
    let number = point.prefix(while: \.isNumber)
    let letter = point.dropFirst(number.count)
    return "\(action) 32026R1744 AR:1;PT:\(number)" + (letter.isEmpty ? "" : ";PT:\(letter)")
  }

  /// The marks that the catalog must have: of a provision that it holds with all below it, else of the nearest one
  /// around it, in part.
  private func expectedMarks(in catalog: Catalog) throws -> [String: Set<String>] {
    let nodes = Dictionary(uniqueKeysWithValues: catalog.nodes.map { ($0.local, $0) })
    var marks: [String: Set<String>] = [:]
    func add(_ mark: String, _ property: String, to local: String) {
      marks[local, default: []].insert("\(property) \(mark)")
    }
    for line in Self.facts.split(separator: "\n") {
      let words = line.split(separator: " ")
      let mark = Self.mark(words[1], words[0])
      for provision in words.dropFirst(2).map(String.init) {
        var holder = provision
        while nodes[holder] == nil, let cut = holder.lastIndex(where: { "(/*".contains($0) }) {
          holder = String(holder[..<cut])
        }
        let node = try #require(nodes[holder], "\(provision)")
        guard holder == provision else {
          add(mark, "amended-in-part-by", to: holder)
          continue
        }
        var all = [node]
        while let next = all.popLast() {
          add(mark, "amended-by", to: next.local)
          all += next.children
        }
      }
    }
    return marks
  }

  @Test func everyPointOfTheAmendmentIsMarkedAndNothingElse() throws {
    let catalog = try Self.amended.get()
    let points = Set(Self.facts.split(separator: "\n").compactMap { Int($0.prefix(while: \.isNumber)) })
    #expect(points == Set(1...43))
    var found: [String: Set<String>] = [:]
    for node in catalog.nodes where !node.properties.isEmpty {
      found[node.local] = Set(node.properties.map { "\($0.name) \($0.value)" })
    }
    let expected = try expectedMarks(in: catalog)
    for local in Set(found.keys).union(expected.keys).sorted() {
      #expect(found[local] == expected[local], "\(local)")
    }
    let deleted = catalog.nodes.filter(\.isWithdrawn).map(\.local)
    #expect(
      deleted == ["10(5)", "annex-i/section-a/1", "annex-viii/section-b/7", "annex-viii/section-b/9"])
  }

  // MARK: The two against each other

  private struct Words: Equatable {
    let parent: String?
    let kind: NodeKind
    let label, title, summary: String
    let modality: Modality?
    let roles: [String]
    let isAssessable: Bool

    /// - Parameter withTitle: Whether the heading counts, too.
    init(_ node: CatalogNode, withTitle: Bool = true) {
      parent = node.parent?.local
      kind = node.kind
      label = node.label
      title = withTitle ? node.title : ""
      summary = node.summary
      modality = node.modality
      roles = node.roles.names
      isAssessable = node.isAssessable
    }
  }

  private func isMarked(_ node: CatalogNode, _ name: String = "amended-by") -> Bool {
    node.properties.contains { $0.name == name }
  }

  @Test func bothRevisionsSayTheSameOfWhatWasNotAmended() throws {
    let old = Dictionary(uniqueKeysWithValues: try Self.first.get().nodes.map { ($0.local, $0) })
    var same = 0
    for node in try Self.amended.get().nodes where !isMarked(node) {
      let before = try #require(old[node.local], "\(node.local) is new and carries no mark")
      let inPart = isMarked(node, "amended-in-part-by")
      #expect(Words(before, withTitle: !inPart) == Words(node, withTitle: !inPart), "\(node.local)")
      same += 1
    }
    #expect(same > 490)
  }

  @Test func whatWasAmendedDiffersAsTheMarkSays() throws {
    let old = Dictionary(uniqueKeysWithValues: try Self.first.get().nodes.map { ($0.local, $0) })
    for node in try Self.amended.get().nodes {
      guard let mark = node.properties.first(where: { $0.name == "amended-by" })?.value else { continue }
      let before = old[node.local]
      if mark.hasPrefix("inserted ") { #expect(before == nil, "\(node.local)") }
      if mark.hasPrefix("deleted ") {
        #expect(before?.isWithdrawn == false && node.isWithdrawn, "\(node.local)")
      }
      // A replaced paragraph may repeat single subparagraphs; the whole of it differs. Headings say nothing.
      guard mark.hasPrefix("replaced "), node.parent.map({ isMarked($0) }) != true, !node.summary.isEmpty
      else {
        continue
      }
      #expect(summaries(of: try #require(before, "\(node.local)")) != summaries(of: node), "\(node.local)")
    }
  }

  private func summaries(of node: CatalogNode) -> [String] {
    [node.summary] + node.children.flatMap { summaries(of: $0) }
  }

  @Test func nothingIsGoneWithoutAMark() throws {
    let now = Dictionary(uniqueKeysWithValues: try Self.amended.get().nodes.map { ($0.local, $0) })
    for node in try Self.first.get().nodes where now[node.local] == nil {
      let around = sequence(first: node, next: \.parent).compactMap { now[$0.local] }.first
      #expect(isMarked(try #require(around)), "\(node.local)")
    }
  }

  // MARK: Against the official text

  /// The official act names, numbers and heads its provisions as the bundled structure does.
  @Test(.enabled(if: RealActs.isPresent, "real data absent: ../shared not found"))
  func theStructureIsThatOfTheOfficialJournal() throws {
    let official = try #require(try RealActs.imported(RealActs.files(in: "ai-act")).catalogs.first)
    let bundled = try Self.first.get()
    #expect(official.metadata.id == bundled.metadata.id && official.metadata.asOf == bundled.metadata.asOf)
    let known = Dictionary(uniqueKeysWithValues: official.nodes.map { ($0.local, $0) })
    for node in bundled.nodes {
      let theirs = try #require(known[node.local], "\(node.local)")
      #expect(theirs.kind == node.kind && theirs.label == node.label, "\(node.local)")
      #expect(theirs.parent?.local == node.parent?.local, "\(node.local)")
      // The file prints a stray mark after the heading of Article 1.
      guard node.kind != .statement, node.local != "1" else { continue }
      #expect(theirs.title == node.title, "\(node.local)")
    }
    let ours = Set(bundled.nodes.map(\.local))
    for node in official.nodes where node.kind == .group || node.kind == .control {
      #expect(ours.contains(node.local), "\(node.local)")
    }
    // Of an article with paragraphs, all of them are there.
    let selected = Set(bundled.nodes.filter { $0.kind == .control && !$0.summary.isEmpty }.map(\.local))
    for node in official.nodes where node.kind == .statement {
      let article = sequence(first: node, next: \.parent).first { $0.kind == .control }
      guard let article, selected.contains(article.local) else { continue }
      #expect(ours.contains(node.local), "\(node.local)")
    }
  }
}
