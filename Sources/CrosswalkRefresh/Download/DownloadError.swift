import CrosswalkModel
import CrosswalkTrust
import CrosswalkWorkspace
import Glibc

/// Why a file of a source was not taken.
public struct DownloadError: DiagnosableError, Hashable {
  /// What went wrong.
  public enum Reason: Hashable, Sendable {
    /// No connection, or none that stayed until there was an answer; the system's own words.
    case unreachable(String)
    /// The proxy did not make the connection; the status that it answered.
    case proxy(status: Int)
    /// The certificate or the encryption of the server does not hold; the system's own words.
    case tls(String)
    /// Nothing came for so many seconds.
    case idle(seconds: Double)
    /// It took longer than the list of sources allows.
    case late(seconds: Int)
    /// Fewer bytes a second than a living server sends.
    case slow(bytesPerSecond: Int)
    /// More bytes than the list of sources allows.
    case tooLarge(limit: Int)
    /// The connection ended before the content did; the system's own words.
    case cutOff(String)
    /// An answer that is no content: not there, not now, not for us.
    case status(Int)
    /// An answer that is no content, and asks to come back later than this run waits.
    case later(status: Int, seconds: Double)
    /// An answer that the request did not allow: part of the content, no content, not modified since nothing.
    case unexpectedStatus(Int)
    /// An answer without a byte.
    case empty
    /// A content encoding that was not asked for: nothing is decoded.
    case encoded(String)
    /// Headers that say more than one thing about where the content ends.
    case ambiguousLength(String)
    /// Other content than the source has: a web page, an archive.
    case wrongContent(found: String, expected: String)
    /// Content that does not end as its format ends.
    case unfinished(String)
    /// A redirect that is not followed.
    case redirect(RedirectFault)
    /// Other bytes than the list of sources pins.
    case wrongDigest(pinned: String, found: String)
    /// Not what trusted keys signed.
    case trust(TrustError)
    /// A file of this machine could not be made or written; the number of the error.
    case file(errno: Int32)
    /// The process that makes the requests could not be started; the number of the error.
    case notStarted(errno: Int32)
    /// It ended without a word, or was ended by the kernel for the memory that it wanted; its status.
    case crashed(status: Int32)
    /// A signal asked the program to end; everything that was begun is removed.
    case interrupted(Interrupted)
  }

  /// What went wrong.
  public let reason: Reason
  /// The source.
  public let source: String
  /// The file of it.
  public let file: String
  /// The address, without what may be secret; `nil` where it is about none.
  public let address: String?
  /// Where the list of sources names the source.
  public let location: SourceLocation
  /// The signed release of the source, where it had been verified before.
  public var release: SignedReleaseMark?
  /// Variables of the environment that were ignored, where the connection failed.
  public var ignored: [String] = []

  /// The signal that asked the program to end, where that is the reason.
  public var interruption: Interrupted? {
    if case .interrupted(let interruption) = reason { interruption } else { nil }
  }

  /// 69 for what may be better tomorrow, 65 for what was delivered and does not verify, 74 for this machine's disk.
  public var exitStatus: ExitStatus {
    switch reason {
    case .unreachable, .proxy, .tls, .idle, .late, .slow, .tooLarge, .cutOff, .status, .later, .crashed:
      .unavailable
    case .unexpectedStatus, .empty, .encoded, .ambiguousLength, .wrongContent, .unfinished, .redirect,
      .wrongDigest,
      .trust:
      .data
    case .file(let code): code == EACCES || code == EPERM ? .permission : .inputOutput
    case .notStarted(let code): [EAGAIN, ENOMEM].contains(code) ? .busy : .inputOutput
    case .interrupted: .inputOutput
    }
  }

  /// Whether trying again soon may help.
  var isTransient: Bool {
    switch reason {
    case .unreachable, .idle, .cutOff: true
    case .status(let status), .proxy(let status): status == 429 || status >= 500
    default: false
    }
  }

  /// Whether another address of the same file may be better.
  var isAboutAddress: Bool { exitStatus == .unavailable }
}
