/// What a node of a catalog is.
public enum NodeKind: UInt8, CaseIterable, Sendable {
  /// Family, function, category, chapter or section.
  case group
  /// Control, requirement, subcategory, article or annex.
  case control
  /// A control that adds to a base control: it stands below the base without being a part of what the base requires.
  case enhancement
  /// Paragraph, point, item: a numbered or named part of what a control requires.
  case statement
  /// Guidance, discussion, example, assessment objective: text beside the requirement, which requires nothing.
  case guidance
  /// A recital of an act.
  case recital

  /// The name in reports and in the store.
  public var name: String {
    switch self {
    case .group: "group"
    case .control: "control"
    case .enhancement: "enhancement"
    case .statement: "statement"
    case .guidance: "guidance"
    case .recital: "recital"
    }
  }

  /// Whether it is what a framework counts as one of its own: a control, an enhancement, an article or annex.
  public var isControl: Bool { self == .control || self == .enhancement }

  /// Whether what this requires is part of what its parent requires.
  public var isPartOfItsParent: Bool {
    switch self {
    case .group, .control, .statement: true
    case .enhancement, .guidance, .recital: false
    }
  }
}

/// What a statement does to those it addresses.
public enum Modality: String, CaseIterable, Sendable {
  case duty, prohibition, condition, exception, permission, empowerment, definition, procedure, recital
  /// A criterion that a body certifies against.
  case criterion
  /// An outcome of voluntary guidance.
  case outcome

  /// Whether a statement of this modality requires something of somebody, and so enters the closure.
  public var requiresSomething: Bool {
    switch self {
    case .definition, .recital, .exception: false
    default: true
    }
  }

  /// Whether a gap report counts statements of this modality by default.
  public var isAssessable: Bool {
    switch self {
    case .duty, .prohibition, .criterion, .outcome: true
    default: false
    }
  }
}

/// Those whom EU law on AI addresses, as a set.
public struct RoleSet: OptionSet, Hashable, Sendable {
  /// One bit for each role.
  public let rawValue: UInt16

  /// Creates a set from its bits; bit *n* stands for the *n*th of ``names``.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The names of all roles, in the order of their bits.
  public static let names = [
    "provider", "deployer", "importer", "distributor", "authorised representative", "product manufacturer",
    "component supplier", "notified body", "authority", "AI Office", "Member State",
  ]

  /// The set with the one role called `name`; `nil` where there is none such.
  ///
  /// Case does not count.
  public init?(name: some StringProtocol) {
    let lowered = name.lowercased()
    guard let bit = Self.names.firstIndex(where: { $0.lowercased() == lowered }) else { return nil }
    self.init(rawValue: 1 << UInt16(bit))
  }

  /// The names of the roles in the set, in the order of ``names``.
  public var names: [String] {
    Self.names.indices.filter { rawValue & (1 << UInt16($0)) != 0 }.map { Self.names[$0] }
  }
}
