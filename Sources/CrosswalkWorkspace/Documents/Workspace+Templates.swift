import CrosswalkModel

extension Workspace {
  /// The templates that ship, in the order of their names.
  ///
  /// - Throws: ``TemplateFolderError``, `ImportError` for broken bundled content.
  public func templates() throws -> [TemplateSummary] {
    let library = try TemplateLibrary(content.location)
    return try TemplateLibrary.names(content.location).map { name in
      let path = try TemplateLibrary.folder(of: name, content.location)
      let summary = try library.summary(at: path, source: "Crosswalks/Templates/\(name)")
      guard summary.name == name else { throw TemplateFolderError(.otherName(summary.name), path) }
      return summary
    }
  }

  /// The template that ships as `nameOrFolder`, or the one in that folder, with its labels in `language`.
  ///
  /// What looks like a folder (with a slash, or beginning with a dot) is one. Parts and labels that the template
  /// lacks come from what the bundled templates share; labels that the language lacks are in English.
  ///
  /// - Throws: ``WorkspaceError`` for a name or a language that does not exist, ``TemplateFolderError`` for a folder
  ///   that cannot be a template, `ImportError` at the place in its manifest or labels.
  public func template(_ nameOrFolder: String, language: String) throws -> TemplateSource {
    let path = try TemplateLibrary.folder(of: nameOrFolder, content.location)
    return try TemplateLibrary(content.location).template(at: path, language: language)
  }

  /// The same template with its labels in English, or in its first language where it has none in English.
  ///
  /// - Throws: As ``template(_:language:)``.
  public func template(_ nameOrFolder: String) throws -> TemplateSource {
    let languages = try languages(of: nameOrFolder)
    return try template(nameOrFolder, language: languages.contains("en") ? "en" : languages[0])
  }

  /// The languages that a template has labels in, sorted.
  ///
  /// - Throws: As ``template(_:language:)``.
  public func languages(of nameOrFolder: String) throws -> [String] {
    let path = try TemplateLibrary.folder(of: nameOrFolder, content.location)
    let languages = try TemplateLibrary(content.location).languages(of: TemplateFolder(path: path))
    guard !languages.isEmpty else { throw TemplateFolderError(.noLabels, path) }
    return languages
  }
}
