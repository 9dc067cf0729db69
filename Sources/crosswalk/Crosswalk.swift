import ArgumentParser
import CrosswalkModel

/// The command `crosswalk`: parse, call one library function, write, exit.
struct Crosswalk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crosswalk",
    abstract: "Shows what of one framework another already addresses, requirement by requirement, and why.",
    discussion: """
      Example:
        crosswalk gap --from nist-ai-rmf-1.0 --to eu-ai-act

      References name a framework, a revision of it, or something in it:
        eu-ai-act    eu-ai-act@2026-07-27    eu-ai-act/9(2)(a)    nist-sp-800-53-r5/AC-2(10)

      Exit statuses: 0 done, 2 the finding that was asked for, 64 usage, 65 input data, 66 input missing, 69 unavailable, \
      70 defect, 73 cannot create output, 74 input or output failed, 75 store busy, 77 permission, 78 configuration.
      """,
    version: ToolkitVersion.text,
    subcommands: [
      GapCommand.self, EquivalenceCommand.self, PlanCommand.self, EvidenceCommand.self, DutiesCommand.self,
      WhatIfCommand.self,
      ReviewCommand.self, ExplainCommand.self, CheckCommand.self, RecognitionCommand.self, ShowCommand.self,
      FrameworksCommand.self, MappingsCommand.self, ImportCommand.self, ExportCommand.self,
      TemplateCommand.self, RefreshCommand.self,
    ])
}
