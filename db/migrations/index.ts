import type { Migration } from "kysely";
import * as m001 from "./001-accounts.ts";
import * as m002 from "./002-cohorts.ts";
import * as m003 from "./003-applications.ts";
import * as m004 from "./004-stages.ts";
import * as m005 from "./005-selection.ts";
import * as m006 from "./006-messages.ts";
import * as m007 from "./007-audit.ts";
import * as m008 from "./008-applicant-rooms.ts";

/** A static list, so that it survives bundling. Forward only; a migration that shipped is never edited. */
export const migrations: Record<string, Migration> = {
  "001-accounts": m001,
  "002-cohorts": m002,
  "003-applications": m003,
  "004-stages": m004,
  "005-selection": m005,
  "006-messages": m006,
  "007-audit": m007,
  "008-applicant-rooms": m008,
};
