import type { AccountActor } from "#app/domain/access/actor.ts";
import { moveApplication } from "#app/domain/application/status.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { Db } from "#db/connect.ts";
import { newId } from "#db/id.ts";
import { saveApplicationStatus } from "#db/queries/applications.ts";
import { savePhase } from "#db/queries/cohorts.ts";
import { insertOffers } from "#db/queries/offers.ts";
import { insertReservePlaces } from "#db/queries/reserve-places.ts";
import {
  aStaffMember,
  aSubmittedApplication,
  anApplicant,
  anOpenCohort,
  type OpenCohort,
  type SubmittedApplication,
} from "#tests/factories/cohort.ts";

export type Standing = "selected" | "reserve" | "not_selected";
export type PublishedPerson = SubmittedApplication & {
  readonly standing: Standing;
  readonly track: string;
  readonly offerId: string | null;
  readonly reserveNumber: number | null;
};

export type PublishedCohort = OpenCohort & {
  readonly administrator: AccountActor;
  /** Of the final result. */
  readonly publishedAt: Date;
  readonly respondBy: Date;
  readonly validUntil: Date;
  /** In the order in which they were asked for. */
  readonly people: readonly PublishedPerson[];
};

export type PersonWish = {
  readonly standing: Standing;
  readonly track: string;
  readonly secondTrack?: string;
  readonly acceptOther?: "yes" | "no";
  /** Equal ranks are a tie; the place in the list of people where nothing is said. */
  readonly meritRank?: number;
  /** Where the person lives, as 시·도 and 시·군·구. */
  readonly home?: readonly [sido: string, sigungu: string];
  readonly name?: string;
  readonly language?: "ko" | "en";
};

type Wishes = {
  readonly seats: Readonly<Record<string, number>>;
  readonly people: readonly PersonWish[];
  readonly edit?: (definition: ProgrammeDefinition) => ProgrammeDefinition;
};

/** A GCC cohort whose final result was published: offers open, reserve numbers given, in the order of the people. */
export async function aPublishedCohort(db: Db, { seats, people, edit }: Wishes): Promise<PublishedCohort> {
  const every = Object.fromEntries(["xr-design", "xr-engineer", "game", "animation", "webtoon"].map((id) => [id, 0]));
  const cohort = await anOpenCohort(db, { seats: { ...every, ...seats }, ...(edit ? { edit } : {}) });
  const { cohortId, academyId, definition, definitionId } = cohort;
  const publishedAt = windowOf(definition, "finalResult").start;
  const respondBy = new Date(definition.acceptance.confirmBy);
  const runId = newId(publishedAt);
  await db
    .insertInto("selectionRun")
    .values({
      id: runId,
      cohortId,
      kind: "official",
      status: "published",
      definitionId,
      engineVersion: "1",
      input: "{}",
      digest: "0".repeat(64),
      result: "{}",
      createdBy: null,
      createdAt: publishedAt.toISOString(),
      publishedAt: publishedAt.toISOString(),
    })
    .execute();

  const numbers = new Map<string, number>();
  const published: PublishedPerson[] = [];
  for (const [index, wish] of people.entries()) {
    const { standing, track, secondTrack, acceptOther = "no", name = `가상${index + 1}`, language = "ko" } = wish;
    const applicant = await anApplicant(db, { name, language });
    const home = wish.home ? { address: anAddressIn(...wish.home) } : {};
    const answers = { firstChoice: track, secondChoice: secondTrack, acceptOther, ...home };
    const application = await aSubmittedApplication(db, { cohort, applicant, answers });
    const { applicationId } = application;
    const reserveNumber = standing === "reserve" ? (numbers.get(track) ?? 0) + 1 : null;
    if (reserveNumber !== null) numbers.set(track, reserveNumber);
    const move = ({ selected: "offer", reserve: "reserve", not_selected: "reject" } as const)[standing];
    const status = moveApplication("submitted", move);
    if (!status.ok) throw new Error(status.refusal);
    await saveApplicationStatus(db, { id: applicationId, status: status.value, now: publishedAt });
    await db
      .insertInto("decision")
      .values({
        id: newId(publishedAt),
        cohortId,
        runId,
        applicationId,
        outcome: standing,
        trackKey: standing === "not_selected" ? null : track,
        choiceOrder: standing === "selected" ? 1 : null,
        reserveNumber,
        meritRank: wish.meritRank ?? index + 1,
        total: "80.00",
        explanation: JSON.stringify(explanationOf(wish, reserveNumber)),
        publishedAt: publishedAt.toISOString(),
      })
      .execute();
    published.push({
      ...application,
      standing,
      track,
      reserveNumber,
      offerId:
        standing === "selected"
          ? await anOpenOffer(db, { cohortId, applicationId, track, publishedAt, respondBy })
          : null,
    });
    if (reserveNumber !== null) {
      const meritRank = wish.meritRank ?? index + 1;
      const place = { cohortId, applicationId, trackKey: track, number: reserveNumber, meritRank };
      await insertReservePlaces(db, [{ ...place, now: publishedAt }]);
    }
  }
  await savePhase(db, { cohortId, phase: "filling", now: publishedAt });
  const administrator = await aStaffMember(db, { role: "administrator", academyId });
  const validUntil = new Date(definition.reserve.validUntil);
  return { ...cohort, administrator, publishedAt, respondBy, validUntil, people: published };
}

function anAddressIn(sido: string, sigungu: string) {
  return {
    zonecode: "61475",
    road: `${sido} ${sigungu} 가상로 1`,
    jibun: "",
    detail: "101호",
    sido,
    sigungu,
    bcode: "",
  };
}

function explanationOf({ standing, track }: PersonWish, number: number | null) {
  const stage = { code: "stage_score", stage: "interview", score: "81.00", weight: "60", points: "48.6" };
  const total = { code: "total", sum: "80", bonus: "0", exact: "80", total: "80.00" };
  const rank = { code: "rank", rank: 7, among: 20, track: null };
  if (standing === "selected") return [stage, total, rank, { code: "selected", track, choiceOrder: 1 }];
  if (standing === "reserve") return [stage, total, rank, { code: "reserve", track, number, length: 3 }];
  return [stage, total, rank, { code: "not_selected" }];
}

type OfferWish = {
  readonly cohortId: string;
  readonly applicationId: string;
  readonly track: string;
  readonly publishedAt: Date;
  readonly respondBy: Date;
};

async function anOpenOffer(db: Db, { cohortId, applicationId, track, publishedAt, respondBy }: OfferWish) {
  const [id = ""] = await insertOffers(db, [
    {
      cohortId,
      applicationId,
      trackKey: track,
      choiceOrder: 1,
      status: "open",
      origin: "selection",
      replacesOfferId: null,
      heldAt: publishedAt,
      approvedBy: null,
      openedAt: publishedAt,
      respondBy,
    },
  ]);
  return id;
}
