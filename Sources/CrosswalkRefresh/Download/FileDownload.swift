import CrosswalkModel
import CrosswalkReaders
import CrosswalkWorkspace

/// One file of a source: its addresses in turn, tries with waits between them, redirects hop by hop.
struct FileDownload {
  /// What was fetched, not yet held against digests.
  struct Fetched {
    /// `nil` where the server says that nothing changed.
    var path: String?
    var state: SourceFileState
  }

  let source: SourceManifest.Source
  let policy: DownloadPolicy
  let redirects: RedirectPolicy
  let program: ExchangeProgram
  let now: Moment
  let log: @Sendable (Diagnostic) -> Void

  /// Fetches `file` into `folder`; asks only for changes where `known` is given.
  func fetch(
    _ file: SourceManifest.File, expected: ExpectedContent, into folder: String, known: SourceFileState?
  ) throws(DownloadError) -> Fetched {
    var last: DownloadError?
    var waited = 0.0
    for (index, url) in file.urls.enumerated() {
      do throws(DownloadError) {
        return try fetch(
          file, from: url, expected: expected, into: folder,
          known: isKnown(url, of: file, known) ? known : nil, waited: &waited)
      } catch {
        guard error.isAboutAddress, index < file.urls.count - 1 else { throw error }
        log(note("next-address", "the next address is tried after: \(error.diagnostic.message)", file))
        last = error
      }
    }
    throw last ?? error(.unreachable("no address"), file, nil)
  }

  /// Whether what is known came from this address.
  ///
  /// What is kept of an address does not tell two queries apart: an address
  /// that looks like another one of the file is not taken for it.
  private func isKnown(_ url: String, of file: SourceManifest.File, _ known: SourceFileState?) -> Bool {
    let shown = SourceAddress.redacted(url)
    return known?.url == shown && file.urls.filter { SourceAddress.redacted($0) == shown }.count == 1
  }

  /// One address, as often as the policy allows.
  ///
  /// - Parameter waited: The seconds of waits for the file so far, at whatever address.
  private func fetch(
    _ file: SourceManifest.File, from url: String, expected: ExpectedContent, into folder: String,
    known: SourceFileState?, waited: inout Double
  ) throws(DownloadError) -> Fetched {
    var number = 1
    while true {
      let failure: AttemptFailure
      do throws(AttemptFailure) {
        return try attempt(file, from: url, expected: expected, into: folder, known: known)
      } catch { failure = error }
      let error = self.error(
        failure.reason.postponed(failure.retryAfter, left: policy.waitInAll - waited), file, failure.address)
      if case .later(let status, let seconds) = error.reason, let origin = failure.origin {
        policy.busy.remember(origin, status: status, seconds: seconds)
      }
      guard error.isTransient, number < policy.attempts, waited < policy.waitInAll else { throw error }
      number += 1
      let asked = max(policy.backOff(before: number), failure.retryAfter ?? 0)
      let wait = min(asked, policy.waitInAll - waited)
      waited += wait
      let words = "try \(number) of \(policy.attempts) after \(Int(wait.rounded())) seconds"
      log(note("retry", "\(words): \(error.diagnostic.message)", file))
      do throws(Interrupted) { try policy.wait(wait) } catch {
        throw self.error(.interrupted(error), file, nil)
      }
    }
  }

  /// An error about one file of the source.
  func error(_ reason: DownloadError.Reason, _ file: SourceManifest.File, _ address: String?) -> DownloadError
  {
    var error = DownloadError(
      reason: reason, source: source.id, file: file.name, address: address, location: source.location)
    switch reason {
    case .tls, .unreachable: error.ignored = program.ignored
    default: break
    }
    return error
  }

  func note(_ code: String, _ message: String, _ file: SourceManifest.File) -> Diagnostic {
    Diagnostic(
      .note, code: "refresh-\(code)", message: message, location: source.location,
      control: "\(source.id)/\(file.name)")
  }
}

extension DownloadError.Reason {
  /// The same, or that the server asks for a longer wait than is `left`: to come earlier is to be refused again.
  fileprivate func postponed(_ asked: Double?, left: Double) -> DownloadError.Reason {
    guard case .status(let status) = self, status == 429 || status >= 500, let asked, asked > left else {
      return self
    }
    return .later(status: status, seconds: asked)
  }
}
