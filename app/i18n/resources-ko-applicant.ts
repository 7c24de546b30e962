import appeals from "#app/i18n/ko/appeals.json" with { type: "json" };
import applicant from "#app/i18n/ko/applicant.json" with { type: "json" };
import documents from "#app/i18n/ko/documents.json" with { type: "json" };
import draft from "#app/i18n/ko/draft.json" with { type: "json" };
import extension from "#app/i18n/ko/extension.json" with { type: "json" };
import rights from "#app/i18n/ko/rights.json" with { type: "json" };
import { refusal, result } from "#app/i18n/ko/seats.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const koreanForApplicant: ResourcesFor<"applicant"> = {
  applicant,
  draft,
  documents,
  appeals,
  rights,
  extension,
  seats: { refusal, result },
};
