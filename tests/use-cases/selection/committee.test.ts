import { describe, expect, test } from "vitest";
import { addSeats } from "#app/use-cases/add-seats.ts";
import { approveSelection } from "#app/use-cases/approve-selection.ts";
import { decideTie } from "#app/use-cases/decide-tie.ts";
import { replaySelection } from "#app/use-cases/replay-selection.ts";
import { runSelection } from "#app/use-cases/run-selection.ts";

import { findSelectionRun } from "#db/queries/selection-runs.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { smallDefinition, today } from "./small-cohort.ts";
import { must, untilSelection } from "./small-selection.ts";

const official = { kind: "official", now: today } as const;
const tryout = { kind: "tryout", now: today } as const;

describe("a tie that matters", () => {
  // A and C: 90 and 70 in documents, 70 and 90 in the interview; every tie-breaker is made equal too.
  const equal = smallDefinition((draft) => {
    draft.ranking.tieBreakers = draft.ranking.tieBreakers.filter(({ by }) => by === "committee_decision");
  });
  const scores = { A: 70, B: 90, C: 90, D: 60, G: 90 };

  test("stops the run, takes the committee's order and goes on", async () => {
    const db = await freshDatabase();
    const { cohortId, first, second } = await untilSelection(db, scores, equal);

    const stopped = await must(runSelection(db, first, { cohortId, ...official }));
    expect(stopped).toMatchObject({ status: "stopped", tie: { group: ["A", "C"], where: "seat", track: "game" } });
    const approval = { cohortId, runId: stopped.runId, now: today };
    expect(await approveSelection(db, second, approval)).toMatchObject({ refusal: "run-not-complete" });

    const decision = { cohortId, runId: stopped.runId, minuteNumber: "2026-3", reason: "위원회 의결", now: today };
    expect(await decideTie(db, first, { ...decision, numbers: ["C"] })).toMatchObject({ refusal: "order-incomplete" });
    expect(await decideTie(db, first, { ...decision, numbers: ["C", "A"], minuteNumber: "" })).toMatchObject({
      refusal: "minute-missing",
    });
    await must(decideTie(db, first, { ...decision, numbers: ["C", "A"] }));

    const answer = await must(runSelection(db, first, { cohortId, ...official }));
    const run = await findSelectionRun(db, answer.runId);
    const result = run?.result.status === "complete" ? run.result : undefined;
    expect(result?.selected.map(({ applicationNo }) => applicationNo)).toEqual(["B", "C", "G"]);
    expect(result?.reserves.map(({ applicationNo }) => applicationNo)).toEqual(["A"]);
    expect(result?.decidedTies).toEqual([["C", "A"]]);
    expect(answer.digest).toBe(stopped.digest);
  });

  test("decided anew after the run makes the run outdated", async () => {
    const db = await freshDatabase();
    const { cohortId, first, second } = await untilSelection(db, scores, equal);
    const { runId } = await must(runSelection(db, first, { cohortId, ...official }));
    const decision = { cohortId, runId, minuteNumber: "2026-3", reason: "위원회 의결", now: today };
    await must(decideTie(db, first, { ...decision, numbers: ["C", "A"] }));
    const answer = await must(runSelection(db, first, { cohortId, ...official }));
    await must(decideTie(db, first, { ...decision, numbers: ["A", "C"], minuteNumber: "2026-4" }));
    expect(await approveSelection(db, second, { cohortId, runId: answer.runId, now: today })).toMatchObject({
      refusal: "changed-since-run",
    });
  });
});

describe("seats added by the committee", () => {
  const generous = smallDefinition((draft) => {
    draft.overAdmission = { allowed: true, maxPercent: 34, needs: "committee_decision" };
  });

  test("count in the next run, up to the definition's share", async () => {
    const db = await freshDatabase();
    const { cohortId, first } = await untilSelection(db, undefined, generous);
    const added = {
      cohortId,
      trackKey: "game",
      seats: 1,
      minuteNumber: "2026-2",
      reason: "중도 이탈 대비",
      now: today,
    };
    await must(addSeats(db, first, added));
    expect(await addSeats(db, first, added)).toMatchObject({ refusal: { kind: "over-admission-above-maximum" } });

    const answer = await must(runSelection(db, first, { cohortId, ...tryout }));
    expect(answer).toMatchObject({ summary: { seats: 4, byTrack: { game: 3, webtoon: 1 } } });
  });

  test("need a minute number and a definition that allows them", async () => {
    const db = await freshDatabase();
    const strict = smallDefinition((draft) => {
      draft.overAdmission = { allowed: false, maxPercent: 15, needs: "committee_decision" };
    });
    const { cohortId, first } = await untilSelection(db, undefined, strict);
    const added = { cohortId, trackKey: "game", seats: 1, minuteNumber: "1", reason: "이유", now: today };
    expect(await addSeats(db, first, { ...added, minuteNumber: " " })).toMatchObject({ refusal: "minute-missing" });
    expect(await addSeats(db, first, added)).toMatchObject({ refusal: { kind: "over-admission-not-allowed" } });
  });
});

describe("replaying a run", () => {
  test("finds it equal, or names the first difference", async () => {
    const db = await freshDatabase();
    const { cohortId, first } = await untilSelection(db);
    const { runId, digest } = await must(runSelection(db, first, { cohortId, ...tryout }));
    expect(await must(replaySelection(db, runId))).toMatchObject({ equal: true, digest, difference: null });

    const { result } = await db.selectFrom("selectionRun").select("result").executeTakeFirstOrThrow();
    const forged = JSON.parse(result) as { selected: { applicationNo: string }[] };
    forged.selected[0]!.applicationNo = "C";
    await db
      .updateTable("selectionRun")
      .set({ result: JSON.stringify(forged) })
      .execute();
    expect(await must(replaySelection(db, runId))).toMatchObject({
      equal: false,
      difference: { path: "selected.0.applicationNo", stored: '"C"', replayed: '"B"' },
    });
    expect(await replaySelection(db, "nothing")).toMatchObject({ refusal: "run-not-found" });
  });
});
