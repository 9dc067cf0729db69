/// The words of the refresh commands, which `crosswalk` shows and its sibling program carries out.
package enum RefreshHelp {
  /// The program that does it.
  package static let program = "crosswalk-refresh"
  /// What `refresh` does, in one sentence.
  package static let abstract =
    "Fetches the official sources, verifies and compares them, and publishes what passes the guards."
  /// What `refresh` does, at length.
  package static let discussion = """
    Example:
      crosswalk refresh --dry-run
      crosswalk refresh --format mail --log-format json
      crosswalk refresh --source nist-csf-2.0 --accept DIGEST

    For a nightly job. Each source is fetched only if it changed, imported apart, compared with what the store has, and \
    published with all others in one step; the store stays readable. What a guard holds back is shown, and released by the \
    whole digest that the summary prints; --source keeps other sources out of that run. A source that fails leaves what the store has of it in force.

    Exit statuses: 0 done, 3 with --exit-code where something was published, 5 something is held back, 65 a source \
    delivered what does not verify, 66 a file that was named is not there, 69 a source could not be reached, 75 another refresh is running, 78 the list of \
    sources is wrong.
    """
  /// What `refresh status` does, in one sentence.
  package static let statusAbstract = "Says how each source stands, for monitoring; opens no connection."
  /// What `refresh status` does, at length.
  package static let statusDiscussion = """
    Example:
      crosswalk refresh status --max-age 48h

    Ends with status 2 where the last success of a source is longer ago than --max-age, never was, or is more than a day to \
    come by the clock; with 66 where there is no store.
    """
}
