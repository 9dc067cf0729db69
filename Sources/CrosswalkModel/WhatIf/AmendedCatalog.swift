extension CatalogAmendment {
  /// The catalog as it would be with this amendment, as a revision of its own.
  ///
  /// A changed wording takes the place of all words of the node: an old summary of a text that is no longer there
  /// goes, and so does an old text where only a new summary is known. So claims about it become stale.
  ///
  /// - Throws: ``AmendmentError`` at the place where the amendment names what does not fit.
  /// - Complexity: linear in the catalog and its text.
  public func amended(_ catalog: Catalog) throws(AmendmentError) -> Catalog {
    let plan = try AmendmentPlan(self, catalog)
    var writer = AmendedCatalogWriter(plan: plan)
    writer.write()
    do { return try writer.finished() } catch {
      throw AmendmentError(
        .alreadyThere, local: error.control.local, in: catalog.metadata.id, at: error.second)
    }
  }
}

/// An amendment with its names looked up.
struct AmendmentPlan {
  let catalog: Catalog
  let amendment: CatalogAmendment
  private(set) var wording: [Int: CatalogAmendment.Wording] = [:]
  private(set) var withdrawn: Set<Int> = []
  private(set) var removed: Set<Int> = []
  /// Additions at the end of a node, and behind one of its parts; indices of ``CatalogAmendment/additions``.
  private(set) var atEnd: [Holder: [Int]] = [:]
  private(set) var behind: [Int: [Int]] = [:]
  private let index: LocalIndex

  /// What holds a node.
  enum Holder: Hashable {
    case top
    case row(Int)
    case addition(Int)
  }

  init(_ amendment: CatalogAmendment, _ catalog: Catalog) throws(AmendmentError) {
    self.catalog = catalog
    self.amendment = amendment
    index = LocalIndex(catalog)
    if let wanted = amendment.revision, wanted != catalog.metadata.id.revision {
      throw error(.otherRevision(wanted, given: catalog.metadata.id), "", amendment.location)
    }
    for mention in amendment.removed { try remove(mention) }
    for mention in amendment.withdrawn { try once(mention, &withdrawn) }
    for mention in amendment.changes {
      let row = try self.row(mention)
      guard wording.updateValue(mention.wording, forKey: row) == nil else {
        throw error(.namedTwice, mention.local, mention.location)
      }
    }
    try place()
  }

  private func error(
    _ reason: AmendmentError.Reason, _ local: String, _ location: SourceLocation
  ) -> AmendmentError {
    AmendmentError(reason, local: local, in: catalog.metadata.id, at: location)
  }

  private func row(_ local: String, _ location: SourceLocation) throws(AmendmentError) -> Int {
    switch index.match(local) {
    case .one(let row): return row
    case .several(let rows): throw error(.severalNodes(rows.map { catalog[$0].local }), local, location)
    case .none:
      let names = catalog.nodes.lazy.filter { $0.kind != .guidance }.map(\.local)
      throw error(.unknownNode(closest: ClosestNames.to(local, among: Array(names))), local, location)
    }
  }

  /// A node that is still there.
  private func row(_ mention: CatalogAmendment.Mention) throws(AmendmentError) -> Int {
    let row = try row(mention.local, mention.location)
    guard !removed.contains(row) else { throw error(.namedTwice, mention.local, mention.location) }
    return row
  }

  private mutating func remove(_ mention: CatalogAmendment.Mention) throws(AmendmentError) {
    var open = [Int32(try row(mention))]
    while let row = open.popLast() {
      guard removed.insert(Int(row)).inserted else {
        throw error(.namedTwice, mention.local, mention.location)
      }
      open += catalog.children(of: Int(row))
    }
  }

  private func once(
    _ mention: CatalogAmendment.Mention, _ rows: inout Set<Int>
  ) throws(AmendmentError) {
    guard rows.insert(try row(mention)).inserted else {
      throw error(.namedTwice, mention.local, mention.location)
    }
  }

  // MARK: Additions

  private mutating func place() throws(AmendmentError) {
    var names: [String: Int] = [:]
    for (number, addition) in amendment.additions.enumerated() {
      guard names.updateValue(number, forKey: addition.local) == nil else {
        throw error(.namedTwice, addition.local, addition.location)
      }
      if case .one(let row) = index.match(addition.local), !removed.contains(row) {
        throw error(.alreadyThere, addition.local, addition.location)
      }
    }
    for (number, addition) in amendment.additions.enumerated() {
      let holder = try holder(of: addition, names)
      guard let after = addition.after else {
        atEnd[holder, default: []].append(number)
        continue
      }
      let sibling = try row(after, addition.location)
      let parent = Int(catalog.rows[sibling].parent)
      guard !removed.contains(sibling), holder == (parent < 0 ? .top : .row(parent)) else {
        throw error(.notBeside(parent: addition.parent), after, addition.location)
      }
      behind[sibling, default: []].append(number)
    }
    try refuseCircles(names)
  }

  private func holder(
    of addition: CatalogAmendment.Addition, _ names: [String: Int]
  ) throws(AmendmentError) -> Holder {
    guard let parent = addition.parent else { return .top }
    if let number = names[parent] { return .addition(number) }
    return .row(try row(CatalogAmendment.Mention(local: parent, location: addition.location)))
  }

  /// An addition whose parents are additions only, in a circle, would never be reached.
  private func refuseCircles(_ names: [String: Int]) throws(AmendmentError) {
    for addition in amendment.additions {
      var current = addition.parent
      var steps = 0
      while let name = current, let number = names[name] {
        steps += 1
        guard steps <= amendment.additions.count else {
          throw error(.parentCycle, addition.local, addition.location)
        }
        current = amendment.additions[number].parent
      }
    }
  }
}
