import CrosswalkModel
import CrosswalkWorkspace
import Glibc

extension DownloadError {
  /// The message for standard error.
  public var diagnostic: Diagnostic {
    if case .trust(let error) = reason {
      var diagnostic = error.diagnostic
      diagnostic.control = "\(source)/\(file)"
      return diagnostic
    }
    let text = Self.text(of: reason)
    return Diagnostic(
      .error, code: "refresh-\(text.code)", message: text.message + (address.map { ": \($0)" } ?? ""),
      location: location, control: "\(source)/\(file)",
      hint: ignored.isEmpty ? text.hint ?? hint : ignoredHint)
  }

  private var ignoredHint: String {
    "ignored from the environment: \(ignored.joined(separator: ", ")); certificates are those of the system, a proxy is named with --proxy"
  }

  private var hint: String? {
    exitStatus == .unavailable ? "the last good revision stays; the next run tries again" : nil
  }

  private static func text(of reason: Reason) -> (code: String, message: String, hint: String?) {
    switch reason {
    case .unreachable(let words): ("unreachable", "cannot be reached: \(words)", nil)
    case .proxy(let status):
      ("proxy", "the proxy answered \(status) \(meaning(of: status)) and makes no connection", nil)
    case .tls(let words):
      ("tls", "TLS does not hold: \(words)", "certificates are always verified; nothing turns that off")
    case .idle(let seconds): ("idle", "no byte for \(shown(seconds)) seconds", nil)
    case .late(let seconds):
      ("late", "takes longer than \(seconds) seconds", "\"maximumSeconds\" of the file allows more")
    case .slow(let speed): ("slow", "sends only \(speed) bytes a second", nil)
    case .tooLarge(let limit):
      ("too-large", "is larger than \(limit) bytes", "\"maximumBytes\" of the file allows more")
    case .cutOff(let words): ("cut-off", "ended before its content did: \(words)", nil)
    case .status(let status): ("status-\(status)", "answered \(status) \(meaning(of: status))", nil)
    case .later(let status, let seconds):
      (
        "later",
        "answered \(status) \(meaning(of: status)) and asks to come back in \(shown(seconds)) seconds", nil
      )
    case .unexpectedStatus(let status):
      ("unexpected-status", "answered \(status) \(meaning(of: status)), which was not asked for", nil)
    case .empty: ("empty", "sent nothing", nil)
    case .encoded(let name):
      ("encoded", "sent content in the encoding \"\(name)\", which was not asked for", nil)
    case .ambiguousLength(let what):
      ("ambiguous-length", "does not say plainly where the content ends: \(what)", nil)
    case .wrongContent(let found, let expected):
      (
        "wrong-content", "sent \(found) in place of \(expected)",
        found == "a web page" ? "a log-in page of the network, or a page about an error" : nil
      )
    case .unfinished(let format): ("unfinished", "sent content that does not end as \(format) ends", nil)
    case .redirect(let fault): ("redirect-refused", "redirect refused: \(fault.sentence)", fault.hint)
    case .wrongDigest(let pinned, let found):
      ("wrong-digest", "sent content with the digest \(found); the list of sources pins \(pinned)", nil)
    case .trust: ("trust", "not what trusted keys signed", nil)
    case .file(let code): ("file", "a file cannot be written: \(String(cString: strerror(code)))", nil)
    case .notStarted(let code):
      (
        "fetch-not-started", "the process that fetches cannot be started: \(SystemErrorWords.message(code))",
        nil
      )
    case .crashed(let status):
      (
        "fetch-crashed",
        "the process that fetches ended unexpectedly (\(ChildProcess.words(ofStatus: status)))",
        "it may use \(ExchangeProgram.memory >> 20) MiB; where that was enough, this is a defect, please report it"
      )
    case .interrupted: ("interrupted", "interrupted", nil)
    }
  }

  private static func shown(_ seconds: Double) -> String {
    Int(exactly: seconds).map { String($0) } ?? String(seconds)
  }

  private static func meaning(of status: Int) -> String {
    switch status {
    case 204: "(no content)"
    case 206: "(a part of the content)"
    case 304: "(not modified)"
    case 401, 403: "(no access)"
    case 404: "(not there)"
    case 407: "(the proxy wants a log-in)"
    case 410: "(gone for good)"
    case 429: "(too many requests)"
    case 503: "(not available now)"
    case 500...: "(an error of the server)"
    default: "(no content that could be taken)"
    }
  }
}
