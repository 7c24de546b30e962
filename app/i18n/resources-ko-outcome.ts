import { result as applicantResult } from "#app/i18n/ko/applicant.json" with { type: "json" };
import { afterSelection as documentsAfterSelection } from "#app/i18n/ko/documents.json" with { type: "json" };
import { refusal as seatsRefusal, result as seatsResult } from "#app/i18n/ko/seats.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const koreanForOutcome: ResourcesFor<"outcome"> = {
  applicant: { result: applicantResult },
  documents: { afterSelection: documentsAfterSelection },
  seats: { refusal: seatsRefusal, result: seatsResult },
};
