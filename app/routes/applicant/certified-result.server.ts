import type { CertifiedResult } from "#app/domain/application/certificate.ts";
import { reads } from "#app/runtime.server.ts";
import type { Cohort } from "#db/queries/cohorts.ts";
import { findNewestOffer } from "#db/queries/offers.ts";
import { findOwnDecision, type OwnStanding } from "#db/queries/own-result.ts";
import { findAnnouncedAt } from "#db/queries/public-results.ts";

/** The own result as it may be certified; nothing before the final result is public, nor for who left the running. */
export async function certifiedResult(
  own: Pick<OwnStanding, "id" | "status" | "applicationNumber">,
  cohort: Pick<Cohort, "id" | "slug">,
): Promise<CertifiedResult | undefined> {
  const announcedAt = await findAnnouncedAt(reads, cohort.id);
  if (announcedAt === null || own.applicationNumber === null) return undefined;
  // "submitted" again: restored after an appeal, so that nothing is settled.
  if (["submitted", "excluded", "withdrawn", "draft", "expired"].includes(own.status)) return undefined;
  const base = { cohort: cohort.slug, applicationNumber: own.applicationNumber };
  const none = { track: null, reserveNumber: null } as const;

  const decision = await findOwnDecision(reads, own.id);
  if (!decision) return { ...base, ...none, outcome: "not_selected", publishedAt: announcedAt };
  const { publishedAt } = decision;
  const offer = await findNewestOffer(reads, own.id);
  // A seat that is only held is not told yet.
  if (offer?.openedAt) {
    return { ...base, ...none, outcome: "selected", track: offer.trackKey, publishedAt };
  }
  if (decision.outcome !== "reserve") return { ...base, ...none, outcome: "not_selected", publishedAt };
  const { trackKey: track, reserveNumber } = decision;
  return { ...base, outcome: "reserve", track, reserveNumber, publishedAt };
}
