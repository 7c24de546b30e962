import print from "#app/i18n/ko/print.json" with { type: "json" };
import type { Resources } from "#app/i18n/areas.ts";
import { koreanForApplicant } from "#app/i18n/resources-ko-applicant.ts";
import { koreanForStaff } from "#app/i18n/resources-ko-staff.ts";
import { koreanForVisitor } from "#app/i18n/resources-ko-visitor.ts";

/** Every text, for the server; browsers get their audience's. */
export const koreanResources: Resources = { ...koreanForVisitor, ...koreanForApplicant, ...koreanForStaff, print };
