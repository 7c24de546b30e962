import { describe, expect, test } from "vitest";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import { shortlistStage, type ShortlistRule } from "#app/domain/selection/shortlist.ts";
import { scoreStage, type ReviewedStageRule } from "#app/domain/selection/stage-score.ts";
import { decideTie } from "#app/use-cases/decide-tie.ts";
import { runSelection } from "#app/use-cases/run-selection.ts";
import { aPerson, aRule, scored, seated, select } from "#tests/domain/selection/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { smallDefinition, today } from "#tests/use-cases/selection/small-cohort.ts";
import { must, untilSelection } from "#tests/use-cases/selection/small-selection.ts";

describe("KOREA 7.4: reviewers' scores", () => {
  const rule: ReviewedStageRule = {
    id: "interview",
    minimum: "60",
    gate: null,
    criteria: [{ id: "all", max: "100", minPercent: "40" }],
    aggregation: {
      method: "mean",
      level: "review_total",
      trim: { enabledFrom: 5, each: 1 },
      minimumReviews: 3,
      missingScore: "block",
      rounding: { at: "stage_total", scale: 2, mode: "half_up" },
    },
  };
  const scoreOf = (...totals: readonly (string | null)[]) =>
    scoreStage({ rule, reviews: totals.map((all, index) => ({ reviewer: `R${index}`, scores: { all } })) }).score;

  test("of two equal top scores one is dropped; of four reviewers nobody is", () => {
    expect(scoreOf("90", "90", "80", "80", "70")).toBe("83.33");
    expect(scoreOf("90", "80", "80", "70")).toBe("80.00");
  });
  test("a reviewer excused for one applicant leaves four there, of whom nobody is dropped, and two give no score", () => {
    expect(scoreOf("100", "80", "80", "60", "50")).toBe("73.33");
    expect(scoreOf("100", "80", "80", "60")).toBe("80.00");
    expect(scoreOf("100", "80")).toBeNull();
  });
  test("one score missing gives no total; 87.335 is 87.34", () => {
    expect(scoreOf("90", "80", null)).toBeNull();
    expect(scoreOf("87.335", "87.335", "87.335")).toBe("87.34");
  });
});

describe("KOREA 7.5: minimums and bonus", () => {
  const bonus = { cap: "5", items: ["5", "3", "3"].map((points, index) => ({ id: `b${index}`, points })) };
  const claims = bonus.items.map(({ id }) => id);
  const [stage] = aRule().stages;
  const criteria = [{ id: "will", max: "100", minPercent: "40" }];

  test("39.99 % in one criterion fails a total of 90 and says which; 40 % passes", () => {
    const weak = aPerson("1", "90", { stages: { interview: scored("90", "39.99") }, claims });
    const just = aPerson("2", "90", { stages: { interview: scored("90", "40") } });
    const result = select({ rule: aRule({ bonus, stages: [{ ...stage!, criteria }] }), people: [weak, just] });
    expect(seated(result, "a")).toEqual(["2"]);
    const missed = { code: "criterion_minimum", stage: "interview", id: "will", value: "39.99", minimum: "40" };
    expect(result.notSelected).toMatchObject([{ applicationNo: "1", code: "criterion_minimum", failures: [missed] }]);
  });
  test("no bonus lifts anybody over a minimum, of a stage or of the total: each is named", () => {
    const rule = aRule({ bonus, stages: [{ ...stage!, minimum: "55" }], minimumTotal: "60" });
    const people = [aPerson("1", "54.99", { claims }), aPerson("2", "59.99", { claims })];
    const result = select({ rule, people });
    expect(seated(result, "a")).toEqual([]);
    expect(result.notSelected.map(({ failures }) => failures.map(({ code }) => code))).toEqual([
      ["stage_minimum", "total_minimum"],
      ["total_minimum"],
    ]);
  });
  test("5 + 3 + 3 is 5; a claim without proof is nothing", () => {
    const people = [aPerson("1", "80", { claims }), aPerson("2", "80", { claimsAsked: claims, claims: [] })];
    expect(select({ rule: aRule({ bonus }), people }).order.map(({ total }) => total)).toEqual(["85.00", "80.00"]);
  });
});

describe("KOREA 7.6: ties", () => {
  test("three equals over the last place stop the run, which names them, and nobody is taken by chance", () => {
    const rule = aRule({ tracks: [{ id: "a", seats: 2 }] });
    const people = [aPerson("0", "90"), ...["1", "2", "3"].map((number) => aPerson(number, "80"))];
    expect(selectCohort({ rule, people })).toMatchObject({
      status: "stopped",
      tie: { where: "seat", track: "a", group: ["1", "2", "3"], contenders: ["1", "2", "3"] },
    });
    expect(seated(select({ rule, people, tieDecisions: [["3", "1", "2"]] }), "a")).toEqual(["0", "3"]);
  });

  test("three equals at the document cut all pass, beyond the places", () => {
    const rule: ShortlistRule = {
      stage: { id: "document", minimum: "60", criteria: [], gate: null },
      pass: {
        multiple: "2",
        perTrack: true,
        basis: [{ id: "document", weightPercent: "100" }],
        tiesAtCut: "all_pass",
      },
      tracks: [{ id: "a", seats: 1 }],
    };
    const people = ["90", "80", "80", "80", "79.99"].map((score, index) => ({
      applicationNo: String(index + 1),
      firstChoice: "a",
      stages: { document: { outcome: "scored", score, criteria: {} } as const },
    }));
    const answer = shortlistStage({ rule, people });
    const places = answer.ok ? answer.value.places : [];
    expect(places.map(({ outcome }) => outcome)).toEqual(["passed", "passed", "passed", "passed", "failed"]);
    expect(answer).toMatchObject({ value: { cuts: [{ places: 2, passed: 4, beyondPlaces: 2 }] } });
  });

  test("a tie unresolved to the end waits for the committee's entry, which is kept with its minutes", async () => {
    const db = await freshDatabase();
    const equal = smallDefinition((draft) => {
      draft.ranking.tieBreakers = draft.ranking.tieBreakers.filter(({ by }) => by === "committee_decision");
    });
    const { cohortId, first } = await untilSelection(db, { A: 70, B: 90, C: 90, D: 60, G: 90 }, equal);
    const run = () => must(runSelection(db, first, { cohortId, kind: "official", now: today }));
    const stopped = await run();
    expect(stopped).toMatchObject({ status: "stopped", tie: { group: ["A", "C"] } });

    const entry = { cohortId, runId: stopped.runId, reason: "위원회 의결", minuteNumber: "2026-3", now: today };
    expect(await decideTie(db, first, { ...entry, numbers: ["C", "A"], minuteNumber: "" })).toMatchObject({
      refusal: "minute-missing",
    });
    await must(decideTie(db, first, { ...entry, numbers: ["C", "A"] }));
    expect(await run()).toMatchObject({ status: "complete" });
  });
});
