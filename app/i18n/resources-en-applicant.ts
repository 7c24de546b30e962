import appeals from "#app/i18n/en/appeals.json" with { type: "json" };
import applicant from "#app/i18n/en/applicant.json" with { type: "json" };
import documents from "#app/i18n/en/documents.json" with { type: "json" };
import draft from "#app/i18n/en/draft.json" with { type: "json" };
import extension from "#app/i18n/en/extension.json" with { type: "json" };
import rights from "#app/i18n/en/rights.json" with { type: "json" };
import { refusal, result } from "#app/i18n/en/seats.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const englishForApplicant: ResourcesFor<"applicant"> = {
  applicant,
  draft,
  documents,
  appeals,
  rights,
  extension,
  seats: { refusal, result },
};
