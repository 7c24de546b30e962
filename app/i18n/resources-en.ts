import print from "#app/i18n/en/print.json" with { type: "json" };
import type { Resources } from "#app/i18n/areas.ts";
import { englishForApplicant } from "#app/i18n/resources-en-applicant.ts";
import { englishForEverybody } from "#app/i18n/resources-en-everybody.ts";
import { englishForStaff } from "#app/i18n/resources-en-staff.ts";
import { englishForVisitor } from "#app/i18n/resources-en-visitor.ts";

/** Every text, for the server; browsers get their audience's. Staff's come last: of `seats` only they have the whole. */
export const englishResources: Resources = {
  ...englishForEverybody,
  ...englishForVisitor,
  ...englishForApplicant,
  ...englishForStaff,
  print,
};
