import { hash } from "@node-rs/argon2";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { syntheticMarks } from "#app/domain/demo/synthetic-marks.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { insertDemoApplications } from "#app/use-cases/demo/demo-applications.ts";
import type { Db } from "#db/connect.ts";
import { newId } from "#db/id.ts";
import { listSheets, saveSheets } from "#db/queries/demo-sheets.ts";
import { insertMany } from "#db/queries/insert-many.ts";
import { aStaffMember } from "#tests/factories/cohort.ts";
import { password } from "./person.ts";

export const seed = "journey-1";

type OfCohort = {
  readonly academyId: string;
  readonly cohortId: string;
  readonly definitionId: string;
  readonly definition: ProgrammeDefinition;
};

/** The rest of those who apply: made up, all with the journey's password. */
export async function othersApply(db: Db, cohort: OfCohort, perTrack: Readonly<Record<string, number>>): Promise<void> {
  const proof = { sha256: "0".repeat(64), size: 1 };
  const passwordHash = await hash(password);
  await insertDemoApplications(db, { ...cohort, seed, perTrack, passwordHash, proof, until: new Date() });
}

/** The rest of each panel: pledged and without conflicts. `besides` are the tracks where two people sit already. */
export async function othersReview(
  db: Db,
  { academyId, cohortId, definition }: OfCohort,
  { stageKey, size, besides }: { stageKey: string; size: number; besides: readonly string[] },
): Promise<void> {
  const now = new Date();
  const members = [];
  for (const { id: trackKey } of definition.tracks) {
    for (let seat = besides.includes(trackKey) ? 2 : 0; seat < size; seat += 1) {
      const reviewer = await aStaffMember(db, { role: "reviewer", academyId, name: `평가 ${trackKey} ${seat}` });
      members.push({
        id: newId(now),
        cohortId,
        stageKey,
        trackKey,
        reviewerId: reviewer.accountId,
        isExternal: 1,
        conflictsDeclaredAt: now.toISOString(),
        createdAt: now.toISOString(),
      });
    }
  }
  await insertMany(db, "panelMember", members);
}

/** The seeded reviewers fill their sheets: the three who applied through the form get what `strong` says, in percent. */
export async function othersScore(
  db: Db,
  { cohortId, definition }: OfCohort,
  {
    stageKey,
    inBrowser,
    strong,
  }: {
    stageKey: string;
    inBrowser: readonly Pick<AccountActor, "accountId">[];
    strong: Readonly<Record<string, number>>;
  },
): Promise<void> {
  const criteria = definition.stages.find(({ id }) => id === stageKey)?.rubric.criteria ?? [];
  const sheets = await listSheets(db, { cohortId, stageKey });
  const others = sheets.filter(({ reviewerId }) => !inBrowser.some(({ accountId }) => accountId === reviewerId));
  await saveSheets(
    db,
    others.map(({ reviewId, applicationNumber }, slot) => {
      const percent = strong[applicationNumber];
      const marks =
        percent === undefined
          ? syntheticMarks({ seed, stageId: stageKey, applicationNumber, slot, criteria })
          : Object.fromEntries(criteria.map(({ id, max }) => [id, Math.floor((max * percent) / 100)]));
      const hundredths = Object.fromEntries(Object.entries(marks).map(([id, points]) => [id, points * 100]));
      return { reviewId, hundredths, isSubmitted: true, at: new Date() };
    }),
  );
}
