import { describe, expect, test } from "vitest";

import { approveSelection } from "#app/use-cases/approve-selection.ts";

import { runSelection } from "#app/use-cases/run-selection.ts";
import { saveApplicationStatus } from "#db/queries/applications.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { findSelectionRun, listSelectionRuns } from "#db/queries/selection-runs.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { today } from "./small-cohort.ts";
import { must, untilInterview, untilSelection } from "./small-selection.ts";

const official = { kind: "official", now: today } as const;
const tryout = { kind: "tryout", now: today } as const;

describe("a run", () => {
  test("selects by the rule, with every number as worked out by hand", async () => {
    const db = await freshDatabase();
    const { cohortId, first } = await untilSelection(db);

    const answer = await must(runSelection(db, first, { cohortId, ...official }));

    expect(answer).toMatchObject({
      status: "complete",
      summary: { seats: 3, selected: 3, byTrack: { game: 2, webtoon: 1 }, reserve: 1, unfilled: [] },
    });
    const run = await findSelectionRun(db, answer.runId);
    expect(run).toMatchObject({ kind: "official", status: "complete", digest: answer.digest });
    const result = run?.result.status === "complete" ? run.result : undefined;
    // B: 80 × 50 % + 85 × 50 % = 82.5, and 5 for a verified claim.
    expect(result?.order.map(({ applicationNo, total }) => [applicationNo, total])).toEqual([
      ["B", "87.50"],
      ["A", "85.00"],
      ["G", "82.50"],
      ["C", "79.00"],
      ["D", "65.00"],
    ]);
    expect(result?.selected.map(({ applicationNo, track }) => [applicationNo, track])).toEqual([
      ["B", "game"],
      ["A", "game"],
      ["G", "webtoon"],
    ]);
    expect(result?.reserves).toMatchObject([{ applicationNo: "C", track: "game", number: 1 }]);
    expect(
      Object.fromEntries(result?.notSelected.map(({ applicationNo, code }) => [applicationNo, code]) ?? []),
    ).toEqual({
      D: "outranked",
      E: "not_reached",
      F: "stage_minimum",
      H: "absent",
      I: "not_reached",
      J: "excluded",
      K: "withdrawn",
      L: "criterion_minimum",
    });
  });

  test("gives the same digest twice, and from people written in another order", async () => {
    const digests = [];
    for (const order of ["ABCDG", "GDCBA"]) {
      const db = await freshDatabase();
      const scores = Object.fromEntries(
        [...order].map((number) => [number, { A: 80, B: 85, C: 88, D: 60, G: 90 }[number]!]),
      );
      const { cohortId, first } = await untilSelection(db, scores);
      digests.push((await must(runSelection(db, first, { cohortId, ...tryout }))).digest);
      digests.push((await must(runSelection(db, first, { cohortId, ...tryout }))).digest);
    }
    expect(new Set(digests).size).toBe(1);
  });

  test("dry leaves nothing behind", async () => {
    const db = await freshDatabase();
    const { cohortId, first } = await untilSelection(db);
    const answer = await must(runSelection(db, first, { cohortId, ...tryout, isDryRun: true }));
    expect(answer).toMatchObject({ summary: { selected: 3, runId: null } });
    expect(await listSelectionRuns(db, cohortId)).toEqual([]);
  });

  test("is refused before the last stage is approved, and to a stranger", async () => {
    const db = await freshDatabase();
    const { cohortId, first, stranger } = await untilInterview(db);
    expect(await runSelection(db, first, { cohortId, ...tryout })).toMatchObject({ refusal: "stage-not-approved" });
    expect(await runSelection(db, stranger, { cohortId, ...tryout })).toMatchObject({ refusal: "not-yours" });
  });

  test("counts officially only when every flag and every claim is decided; a try-out is free", async () => {
    const db = await freshDatabase();
    const { cohortId, first, idOf } = await untilSelection(db);
    const undecided = { decidedBy: null, decidedAt: null, reason: null };
    await db
      .insertInto("bonusClaim")
      .values({ id: "c", cohortId, applicationId: idOf("D"), itemKey: "low_income", status: "claimed", ...undecided })
      .execute();
    expect(await runSelection(db, first, { cohortId, ...official })).toMatchObject({
      refusal: { kind: "claims-undecided", count: 1 },
    });
    await db
      .insertInto("eligibilityFlag")
      .values({
        id: "f",
        cohortId,
        applicationId: idOf("A"),
        ruleKey: "age",
        detail: "{}",
        status: "open",
        ...undecided,
      })
      .execute();
    expect(await runSelection(db, first, { cohortId, ...official })).toMatchObject({
      refusal: { kind: "flags-undecided", count: 1, numbers: ["A"] },
    });
    expect((await runSelection(db, first, { cohortId, ...tryout })).ok).toBe(true);
    expect((await listSelectionRuns(db, cohortId)).map(({ kind }) => kind)).toEqual(["tryout"]);
  });

  test("reports the seats that nobody qualified for", async () => {
    const db = await freshDatabase();
    const { cohortId, first } = await untilSelection(db, { A: 80, B: 85, C: 40, D: 40, G: 50 });
    const answer = await must(runSelection(db, first, { cohortId, ...tryout }));
    expect(answer).toMatchObject({
      summary: {
        selected: 2,
        reserve: 0,
        unfilled: [{ track: "webtoon", seats: 1, reason: "no_qualified_applicant_left" }],
      },
    });
  });
});

describe("approving a run", () => {
  test("takes another administrator, and confirms the cohort", async () => {
    const db = await freshDatabase();
    const { cohortId, first, second, stranger } = await untilSelection(db);
    const { runId } = await must(runSelection(db, first, { cohortId, ...official }));

    const approval = { cohortId, runId, now: today };
    expect(await approveSelection(db, first, approval)).toMatchObject({ refusal: "second-administrator-needed" });
    expect(await approveSelection(db, stranger, approval)).toMatchObject({ refusal: "not-yours" });
    await must(approveSelection(db, second, approval));
    expect((await getCohort(db, cohortId)).phase).toBe("confirmed");
    expect(await approveSelection(db, second, approval)).toMatchObject({ refusal: "already-confirmed" });
  });

  test("is only for the newest official run; a correction takes its place and must be approved again", async () => {
    const db = await freshDatabase();
    const { cohortId, first, second } = await untilSelection(db);
    const old = await must(runSelection(db, first, { cohortId, ...official }));
    const trial = await must(runSelection(db, first, { cohortId, ...tryout }));
    await must(approveSelection(db, second, { cohortId, runId: old.runId, now: today }));
    const fresh = await must(runSelection(db, first, { cohortId, ...official }));

    expect((await getCohort(db, cohortId)).phase).toBe("selecting");
    for (const { runId } of [old, trial]) {
      expect(await approveSelection(db, second, { cohortId, runId, now: today })).toMatchObject({
        refusal: "not-the-newest-official-run",
      });
    }
    await must(approveSelection(db, second, { cohortId, runId: fresh.runId, now: today }));
  });

  test("is refused when somebody withdrew since, or the stored input was touched", async () => {
    const db = await freshDatabase();
    const { cohortId, first, second, idOf } = await untilSelection(db);
    const { runId } = await must(runSelection(db, first, { cohortId, ...official }));
    const run = await findSelectionRun(db, runId);
    const forged = { ...run!.input, people: run!.input.people.filter(({ applicationNo }) => applicationNo !== "A") };
    await db
      .updateTable("selectionRun")
      .set({ input: JSON.stringify(forged) })
      .execute();
    expect(await approveSelection(db, second, { cohortId, runId, now: today })).toMatchObject({
      refusal: "digest-differs",
    });
    await db
      .updateTable("selectionRun")
      .set({ input: JSON.stringify(run!.input) })
      .execute();
    await saveApplicationStatus(db, { id: idOf("A"), status: "withdrawn", now: today });
    expect(await approveSelection(db, second, { cohortId, runId, now: today })).toMatchObject({
      refusal: "changed-since-run",
    });
  });
});
