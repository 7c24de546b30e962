import administrator from "#app/i18n/ko/administrator.json" with { type: "json" };
import appeals from "#app/i18n/ko/appeals.json" with { type: "json" };
import auditor from "#app/i18n/ko/auditor.json" with { type: "json" };
import documents from "#app/i18n/ko/documents.json" with { type: "json" };
import extension from "#app/i18n/ko/extension.json" with { type: "json" };
import panel from "#app/i18n/ko/panel.json" with { type: "json" };
import reviewer from "#app/i18n/ko/reviewer.json" with { type: "json" };
import rights from "#app/i18n/ko/rights.json" with { type: "json" };
import seats from "#app/i18n/ko/seats.json" with { type: "json" };
import selection from "#app/i18n/ko/selection.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const koreanForStaff: ResourcesFor<"staff"> = {
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
