import administrator from "#app/i18n/en/administrator.json" with { type: "json" };
import auditor from "#app/i18n/en/auditor.json" with { type: "json" };
import panel from "#app/i18n/en/panel.json" with { type: "json" };
import reviewer from "#app/i18n/en/reviewer.json" with { type: "json" };
import seats from "#app/i18n/en/seats.json" with { type: "json" };
import selection from "#app/i18n/en/selection.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const englishForStaff: ResourcesFor<"staff"> = { reviewer, administrator, panel, selection, auditor, seats };
