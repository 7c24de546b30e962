import type { TFunction } from "i18next";
import { mayLookUp } from "#app/auth/throttle.server.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { Language } from "#app/domain/programme/text.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { reads } from "#app/runtime.server.ts";
import { trackTitle } from "#app/use-cases/programme-message.ts";
import type { Cohort } from "#db/queries/cohorts.ts";
import { findByNumber, type LookedUp } from "#db/queries/public-results.ts";

export type LookupRefusal = "tooMany" | "unknown";
type Typed = { readonly applicationNumber: string; readonly birthDate: string; readonly phoneLast4: string };
type Lookup = Typed & {
  readonly cohort: Cohort;
  readonly definition: ProgrammeDefinition;
  readonly address: string;
  readonly language: Language;
  readonly t: TFunction;
};

/** One's own outcome in a sentence. A number without the rest, or with somebody else's, says nothing. */
export async function lookUp(lookup: Lookup): Promise<Result<string, LookupRefusal>> {
  const { cohort, definition, address, language, t } = lookup;
  const applicationNumber = lookup.applicationNumber.trim().toUpperCase();
  if (!(await mayLookUp({ address, subject: `${cohort.id}:${applicationNumber}` }))) return refuse("tooMany");
  const found = await findByNumber(reads, { cohortId: cohort.id, applicationNumber });
  if (!found || !isSamePerson(found, lookup)) return refuse("unknown");
  return done(sentenceOf(found, { t, track: trackTitle(definition, found.trackKey, language) }));
}

function isSamePerson(found: LookedUp, { definition, birthDate, phoneLast4 }: Lookup): boolean {
  const { lookup } = definition.announcement;
  // A definition that asks for the number alone would let anybody read anybody's result.
  const asksMore = lookup.includes("phoneLast4") || lookup.includes("birthDate");
  const birth = !asksMore || lookup.includes("birthDate") ? found.birthDate === birthDate.trim() && birthDate !== "" : true;
  const digits = found.phone?.replaceAll(/\D/g, "").slice(-4) ?? "";
  const phone = !lookup.includes("phoneLast4") || (digits.length === 4 && digits === phoneLast4.trim());
  return birth && phone;
}

function sentenceOf({ status, outcome, reserveNumber }: LookedUp, { t, track }: { t: TFunction; track: string }): string {
  if (status === "withdrawn") return t("seats:lookup.withdrawn");
  if (status === "cancelled") return t("seats:lookup.cancelled");
  if (status === "declined" || status === "lapsed") return t("seats:lookup.over");
  if (outcome === "selected") return t("seats:lookup.selected", { track });
  if (outcome === "reserve" && status === "reserved") return t("seats:lookup.reserve", { track, number: reserveNumber });
  if (outcome === "reserve" && (status === "offered" || status === "accepted")) return t("seats:lookup.promoted");
  return t("seats:lookup.not_selected");
}
