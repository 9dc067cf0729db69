import ArgumentParser

/// `crosswalk template`: joint documents and the templates that they are made from.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Renders joint documents, and helps to write their templates.",
    discussion: """
      Example:
        crosswalk template list
        crosswalk template render joint-technical-documentation --subject lantern.subject.json --output lantern.docx
        crosswalk template new interoperability-plan --output our-plan
        crosswalk template check ./our-plan --subject lantern.subject.json

      A template is a folder: template.json, the outline document.md, labels in strings/LANGUAGE.json, parts in \
      parts/NAME.md, and document.docx or document.html where an author has made one. A name without a slash is a \
      bundled template, ./NAME a folder.
      """,
    subcommands: [
      TemplateListCommand.self, TemplateNewCommand.self, TemplateCheckCommand.self,
      TemplateFieldsCommand.self,
      TemplateRenderCommand.self,
    ])
}
