/// One group, control or statement, named as its publisher prints it.
///
/// Framework `nist-ai-rmf-1.0`, local `GOVERN 1.1`; framework `eu-ai-act`, local `9(2)(a)`. A statement that
/// only has a machine name follows its control after `#`: `AC-2#ac-2_smt.k`.
public struct ControlID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The framework that has it.
  public let framework: FrameworkID
  /// The name inside the framework.
  public let local: String

  /// Creates the name of `local` in `framework`.
  public init(framework: FrameworkID, local: String) {
    self.framework = framework
    self.local = local
  }

  /// `framework/local`.
  public var description: String { "\(framework)/\(local)" }

  /// Orders by framework, then by spelling; document order is known to the catalog only.
  public static func < (left: Self, right: Self) -> Bool {
    (left.framework, left.local) < (right.framework, right.local)
  }
}
