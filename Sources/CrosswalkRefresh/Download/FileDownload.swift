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
  let session: ExchangeSession
  let now: Moment
  let log: @Sendable (Diagnostic) -> Void

  /// Fetches `file` into `folder`; asks only for changes where `known` is given.
  func fetch(
    _ file: SourceManifest.File, expected: ExpectedContent, into folder: String, known: SourceFileState?
  ) throws(DownloadError) -> Fetched {
    var last: DownloadError?
    for (index, url) in file.urls.enumerated() {
      do throws(DownloadError) {
        return try fetch(
          file, from: url, expected: expected, into: folder, known: known?.url == url ? known : nil)
      } catch {
        guard error.isAboutAddress, index < file.urls.count - 1 else { throw error }
        log(note("next-address", "the next address is tried after: \(error.diagnostic.message)", file))
        last = error
      }
    }
    throw last ?? error(.unreachable("no address"), file, nil)
  }

  /// One address, as often as the policy allows.
  private func fetch(
    _ file: SourceManifest.File, from url: String, expected: ExpectedContent, into folder: String,
    known: SourceFileState?
  ) throws(DownloadError) -> Fetched {
    var waited = 0.0
    var number = 1
    while true {
      let failure: AttemptFailure
      do throws(AttemptFailure) {
        return try attempt(file, from: url, expected: expected, into: folder, known: known)
      } catch { failure = error }
      let error = self.error(failure.reason, file, failure.address)
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
    DownloadError(
      reason: reason, source: source.id, file: file.name, address: address, location: source.location)
  }

  func note(_ code: String, _ message: String, _ file: SourceManifest.File) -> Diagnostic {
    Diagnostic(
      .note, code: "refresh-\(code)", message: message, location: source.location,
      control: "\(source.id)/\(file.name)")
  }
}
