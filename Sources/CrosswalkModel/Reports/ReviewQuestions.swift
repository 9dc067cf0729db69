/// The questions whose answers would settle most of a gap report, best first.
public struct ReviewQuestions: Sendable {
  /// One question: which relation holds between two ends.
  public struct Question: Sendable {
    /// Why the question is open.
    public enum Kind: String, Sendable {
      /// Nobody has reviewed the claim.
      case draftClaim = "draft-claim"
      /// The claim is about another text.
      case staleClaim = "stale-claim"
      /// Claims conflict, and this is one of them.
      case conflictingClaim = "conflicting-claim"
      /// Nobody has claimed anything about the pair.
      case unclaimedPair = "unclaimed-pair"
    }

    /// One end.
    public struct End: Hashable, Sendable {
      /// Several mean their union, none the whole framework.
      public var nodes: [ControlID]
      /// The framework of the end.
      public var framework: FrameworkID
      /// Titles, joined.
      public var title: String
      /// The official text, or else the summary.
      public var text: String

      /// Describes an end.
      public init(nodes: [ControlID], framework: FrameworkID, title: String, text: String) {
        self.nodes = nodes
        self.framework = framework
        self.title = title
        self.text = text
      }
    }

    /// Why the question is open.
    public var kind: Kind
    /// What the relation is read from.
    public var source: End
    /// What it is read to.
    public var target: End
    /// The claim that is asked about; `nil` for a pair that nobody has claimed anything about.
    public var claim: MappingClaim?
    /// What may be answered, most probable first.
    public var answers: [Answer]
    /// By how many requirements the answer lowers what is open, in expectation.
    public var expectedLowering: Double

    /// Creates a question.
    public init(
      kind: Kind, source: End, target: End, claim: MappingClaim?, answers: [Answer], expectedLowering: Double
    ) {
      self.kind = kind
      self.source = source
      self.target = target
      self.claim = claim
      self.answers = answers
      self.expectedLowering = expectedLowering
    }
  }

  /// What a reviewer may answer.
  public struct Answer: Sendable {
    /// What the answer says.
    public enum Meaning: Hashable, Sendable {
      /// The relation that holds.
      case relation(Relationship)
      /// Nothing of the framework is a counterpart.
      case noCounterpart
      /// The claim is wrong; what holds instead is not said.
      case rejected
      /// The whole framework has some counterpart; which one, is not said.
      case someCounterpart
    }

    /// What the answer says.
    public var meaning: Meaning
    /// How probable it is, 0 through 1.
    public var probability: Double
    /// How many open requirements it settles; below 0 where more would be open.
    ///
    /// `nil` for an answer that the other claims leave no room for: it would show that one of them is wrong.
    public var settled: Int?
    /// The claim that records the answer, with the reviewer still to be named; `nil` where there is nothing to record.
    public var record: MappingClaim?

    /// Creates an answer.
    public init(meaning: Meaning, probability: Double, settled: Int?, record: MappingClaim?) {
      self.meaning = meaning
      self.probability = probability
      self.settled = settled
      self.record = record
    }
  }

  /// The gap report that they would settle, with its counts.
  public var report: GapReport
  /// How many pairs were considered.
  public var candidates: Int
  /// The best, by expected lowering; of two that are alike, in document order of the target.
  public var questions: [Question]

  /// Creates a list of questions.
  public init(report: GapReport, candidates: Int, questions: [Question]) {
    self.report = report
    self.candidates = candidates
    self.questions = questions
  }
}

extension ReviewQuestions.Answer {
  /// The name that stands for whoever answers, in the claim that records it.
  public static let reviewer = "REVIEWER"
}
