/// What a template names in its documents.
public struct TemplateUses: Hashable, Sendable {
  /// Fields as their tags write them: `system.name`; those of labels are left out.
  public var fields: Set<String> = []
  /// Names of labels: what stands behind `t.`.
  public var labels: Set<String> = []
  /// Names of the parts that its documents, or such parts, put in.
  public var parts: Set<String> = []
}
