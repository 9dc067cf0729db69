/// Names of the properties that importers of EU law give to acts and provisions, the same from every format.
public enum EULawProperty {
  /// Of a provision that an act inserted, replaced or deleted: `inserted 32024R1183 AR:1;PT:5`; of a consolidated act,
  /// the CELEX number of each act whose changes it holds.
  public static let amendedBy = "amended-by"
  /// Of a provision whose heading, number or words alone an act changed.
  public static let amendedInPartBy = "amended-in-part-by"
  /// Of a provision that changes another act: `substitution /akn/eu/act/…`.
  public static let amends = "amends"
  /// Of an act that no rule knows: the CELEX number that its framework is named after.
  public static let namedAfter = "framework-named-after"
}
