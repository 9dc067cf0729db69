/// What an HTML template may hold: the elements and attributes of documents, and nothing that runs, loads or sends.
enum HTMLRules {
  /// Elements that may stand in a template.
  static let elements: Set<String> = [
    "html", "head", "title", "meta", "style", "body", "header", "footer", "main", "nav", "section", "article",
    "aside", "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "br", "hr", "ul", "ol", "li", "dl", "dt",
    "dd",
    "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "strong", "em", "b",
    "i", "u",
    "s", "small", "sub", "sup", "mark", "abbr", "cite", "q", "blockquote", "code", "pre", "kbd", "time",
    "address",
    "figure", "figcaption", "img", "a", "details", "summary", "wbr", "bdi", "bdo",
  ]

  /// Attributes whose value is words or a name, so that tags may stand in it.
  private static let plain: Set<String> = [
    "class", "id", "title", "lang", "dir", "alt", "role", "scope", "headers", "colspan", "rowspan", "span",
    "start",
    "datetime", "tabindex", "hidden", "open", "translate", "abbr", "content", "width", "height",
  ]

  /// Attributes whose value the author writes out.
  private static let fixed: Set<String> = ["charset", "name", "reversed"]

  /// What is wrong with an attribute as such; `nil` where it may stand.
  static func refusal(ofAttribute name: String, in element: String) -> (what: String, hint: String)? {
    switch name {
    case _ where name.hasPrefix("on"):
      return ("the attribute \(name) runs a script", "joint documents have no scripts")
    case "style": return ("the attribute style", "give the element a class and write its style in <style>")
    case "http-equiv":
      return ("the attribute http-equiv", "the toolkit writes the page's security policy itself")
    case "href":
      return element == "a" ? nil : ("the attribute href on <\(element)>", "only <a> leads somewhere")
    case "src":
      return element == "img" ? nil : ("the attribute src on <\(element)>", "only <img> shows an image")
    case _ where plain.contains(name) || fixed.contains(name): return nil
    case _ where name.hasPrefix("aria-") || name.hasPrefix("data-"): return nil
    default: return ("the attribute \(name)", "use class, id, title, lang, alt, aria-… or data-…")
    }
  }

  /// Whether tags may stand in the quoted value of an attribute, whose value so far is `before`.
  static func allowsTags(inAttribute name: String, after before: String) -> Bool {
    if name == "href" { return before.hasPrefix("#") }
    return plain.contains(name) || name.hasPrefix("aria-") || name.hasPrefix("data-")
  }

  /// What is wrong with the value of an attribute; `nil` where nothing is.
  static func refusal(ofValue value: String, of name: String) -> (what: String, hint: String)? {
    switch name {
    case "href" where !value.hasPrefix("#"):
      return ("the link leads out of the page", "links lead to places of the page: href=\"#…\"")
    case "src":
      let kinds = ["png", "jpeg", "gif", "webp"]
      let isInside = kinds.contains { value.hasPrefix("data:image/\($0);base64,") }
      return isInside
        ? nil : ("the image is loaded from outside", "embed it: src=\"data:image/png;base64,…\"")
    case "charset" where value.lowercased() != "utf-8": return ("the character set is \(value)", "use utf-8")
    default: return nil
    }
  }

  /// What is wrong with a style sheet; `nil` where nothing is.
  static func refusal(ofStyle style: String) -> (what: String, hint: String)? {
    let text = style.lowercased()
    // By scalars: a combining mark makes one character of a bracket and itself, and a browser still sees the bracket.
    if text.contains(/@import|\\/.matchingSemantics(.unicodeScalar)) {
      return (
        "the style sheet loads another or hides a word", "write the whole style here, without backslashes"
      )
    }
    let loads = /url\((?![ \t\n]*["']?(?:#|data:image\/))|image-set\(|src\(/.matchingSemantics(.unicodeScalar)
    return text.contains(loads)
      ? ("the style sheet loads a file", "embed it: url(data:image/png;base64,…)") : nil
  }
}
