import print from "#app/i18n/ko/print.json" with { type: "json" };
import type { Resources } from "#app/i18n/areas.ts";
import { koreanForApplicant } from "#app/i18n/resources-ko-applicant.ts";
import { koreanForEverybody } from "#app/i18n/resources-ko-everybody.ts";
import { koreanForStaff } from "#app/i18n/resources-ko-staff.ts";
import { koreanForVisitor } from "#app/i18n/resources-ko-visitor.ts";

/** Every text, for the server; browsers get their audience's. Staff's come last: of `seats` only they have the whole. */
export const koreanResources: Resources = {
  ...koreanForEverybody,
  ...koreanForVisitor,
  ...koreanForApplicant,
  ...koreanForStaff,
  print,
};
