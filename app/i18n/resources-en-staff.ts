import administrator from "#app/i18n/en/administrator.json" with { type: "json" };
import appeals from "#app/i18n/en/appeals.json" with { type: "json" };
import auditor from "#app/i18n/en/auditor.json" with { type: "json" };
import documents from "#app/i18n/en/documents.json" with { type: "json" };
import extension from "#app/i18n/en/extension.json" with { type: "json" };
import panel from "#app/i18n/en/panel.json" with { type: "json" };
import reviewer from "#app/i18n/en/reviewer.json" with { type: "json" };
import rights from "#app/i18n/en/rights.json" with { type: "json" };
import seats from "#app/i18n/en/seats.json" with { type: "json" };
import selection from "#app/i18n/en/selection.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const englishForStaff: ResourcesFor<"staff"> = {
  administrator,
  appeals,
  auditor,
  documents,
  extension,
  panel,
  reviewer,
  rights,
  seats,
  selection,
};
