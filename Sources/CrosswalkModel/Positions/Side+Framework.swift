extension BilateralPosition.Side {
  /// The side that a framework comes from, by the name that this project gives it; `nil` for others.
  public init?(of framework: FrameworkID) {
    switch framework.rawValue.prefix(while: { $0 != "-" }) {
    case "eu": self = .eu
    case "nist", "us", "omb": self = .us
    default: return nil
    }
  }

  /// The other side.
  public var other: Self { self == .us ? .eu : .us }
}
