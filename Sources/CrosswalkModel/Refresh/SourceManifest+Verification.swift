extension SourceManifest {
  /// How the files of a source are verified before they are read.
  ///
  /// TLS and the marks of its publisher are checked always.
  public enum Verification: Hashable, Sendable {
    /// By the marks alone: the publisher signs nothing.
    case marks
    /// Every file has the digest that the manifest names.
    case pinned
    /// Every file stands, with length and digest, in a manifest that enough keys signed.
    case signed(SignedPolicy)
  }

  /// Which signatures a source needs.
  public struct SignedPolicy: Hashable, Sendable {
    /// Where the signed manifest is.
    public var manifest: File
    /// Where its signatures are.
    public var signatures: File
    /// The keys that count.
    public var keys: [Key]
    /// How many different ones of them must have signed, from 1.
    public var threshold: Int

    /// Creates a policy; `threshold` is from 1 through the number of keys.
    public init(manifest: File, signatures: File, keys: [Key], threshold: Int) {
      self.manifest = manifest
      self.signatures = signatures
      self.keys = keys
      self.threshold = threshold
    }
  }

  /// A public key whose signature counts.
  public struct Key: Hashable, Sendable {
    /// Its name, unique in its policy.
    public var id: String
    /// The 32 bytes of the Ed25519 public key, in base64.
    public var publicKey: String

    /// Creates a key.
    public init(id: String, publicKey: String) {
      self.id = id
      self.publicKey = publicKey
    }
  }

  /// What a publisher prints in its files, as the manifest expects it.
  public struct Mark: Hashable, Sendable {
    /// Which fact of the imported catalog is looked at.
    public enum Fact: Hashable, Sendable {
      /// Who publishes it.
      case publisher
      /// Its title.
      case title
      /// The language of its text.
      case language
      /// Where its publisher keeps it.
      case source
      /// A further fact by name, such as `celex` or `oscal-version`; it may repeat, and one of them must fit.
      case property(String)

      /// The name of the fact as the manifest spells it: `publisher`, `property celex`.
      public var name: String {
        switch self {
        case .publisher: "publisher"
        case .title: "title"
        case .language: "language"
        case .source: "source"
        case .property(let name): "property \(name)"
        }
      }
    }

    /// How the value is compared, without regard to case and runs of blanks.
    public enum Match: Hashable, Sendable {
      /// It is this text.
      case equals(String)
      /// It has this text somewhere: titles name editions that change.
      case contains(String)
    }

    /// Which fact is looked at.
    public var fact: Fact
    /// What it must be.
    public var match: Match

    /// Creates the expectation that `fact` is `text`.
    public init(fact: Fact, equals text: String) {
      self.fact = fact
      match = .equals(text)
    }

    /// Creates the expectation that `fact` has `text` somewhere.
    public init(fact: Fact, contains text: String) {
      self.fact = fact
      match = .contains(text)
    }
  }
}
