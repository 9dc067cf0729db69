/// The release of the toolkit.
public enum ToolkitVersion {
  /// Semantic version: `0.1.0`.
  public static let text = "0.1.0"
}
