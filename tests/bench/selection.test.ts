import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seededOrder, ticketOf } from "#app/domain/draw/seeded-order.ts";
import { choose } from "#app/domain/selection/choice/choose.ts";
import { drawTies } from "#app/domain/selection/scoring/draw-ties.ts";
import { orderScores } from "#app/domain/selection/scoring/order-scores.ts";
import { scoreApplications } from "#app/domain/selection/scoring/score-applications.ts";
import { scoreTable } from "#app/domain/selection/scoring/score-table.ts";
import type { ScoringRule } from "#app/domain/selection/scoring/scoring-rule.ts";
import { openSqlite } from "#db/dialect.ts";
import { generateScale, scaleRef, type ScaleData } from "./scale-data.ts";
import { sqlQuery, sumAndSort, type QueriedRow } from "./selection-baselines.ts";
import { prepareSelectionDatabase, type Handle } from "./selection-database.ts";
import * as steps from "./selection-steps.ts";

const draw = { seed: "c0ffee", label: "scale" };

const exactRule: ScoringRule = {
  criteria: steps.weights.map((weight, at) => ({ id: `c${at + 1}`, weight: `${weight}`, max: "100" })),
  contribution: "weight_times_share",
  missingScore: "block",
  minimumReviews: 3,
  level: "review_total",
  aggregate: { kind: "mean" },
  rounding: { criterion: null, weighted: null, total: null },
  cutOffs: steps.weights.map((_, at) => ({ on: "criterion", criterion: `c${at + 1}`, points: `${steps.minimumMean}` })),
  bonus: { cap: null, itemCaps: {} },
  rankOn: "exact",
  order: [
    { by: "total", prefer: "high" },
    { by: "criterion", criterion: "c1", prefer: "high" },
    { by: "criterion", criterion: "c2", prefer: "high" },
    { by: "lottery", prefer: "low" },
  ],
};

/** By the exact pipeline, from the generated reviews themselves: everybody ranked, best first. */
function exactOrder({ applications, reviewerOf, scores }: ScaleData): Uint32Array {
  const { order } = scoreApplications({
    rule: exactRule,
    applications: Array.from({ length: applications }, (_, at) => scaleRef(at)),
    reviews: Array.from(reviewerOf, (reviewer, review) => ({
      application: scaleRef(Math.floor(review / 3)),
      reviewer: `R${reviewer}`,
      scores: scores.map((column) => `${column[review]}`),
    })),
    draw,
  });
  return Uint32Array.from(order, (ref) => Number(ref.slice(1)));
}

function seededPlaces(people: Uint32Array): Uint32Array {
  const ids = Array.from(people, scaleRef);
  return Uint32Array.from(seededOrder({ ...draw, ids }), (id) => ids.indexOf(id));
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "selection-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function databaseOf(applications: number): Handle {
  const path = join(folder, `${applications}.sqlite`);
  prepareSelectionDatabase(path, applications);
  return openSqlite(path);
}

describe.each([1_000, 10_000])("of %d applications", (applications) => {
  let data: ScaleData;
  let handle: Handle;
  let fast: {
    readonly sums: steps.Sums;
    readonly scores: ReturnType<typeof steps.scoreSums>;
    readonly masks: Uint32Array;
  };
  let order: Uint32Array; // prettier-ignore
  beforeAll(() => {
    data = generateScale(applications);
    handle = databaseOf(applications);
    const sums = steps.readSums(handle, applications);
    const masks = steps.readGroups(handle, applications);
    fast = { sums, scores: steps.scoreSums(sums, applications), masks };
    order = drawTies(steps.orderByKeys(fast.scores), seededPlaces);
  });
  afterAll(() => handle.close());

  test("what is read from the database scores as the reviews themselves do", () => {
    const criteria = steps.weights.map((weight) => ({ weight, max: 100, minimum: `${steps.minimumMean}` }));
    const applicationOf = data.reviewerOf.map((_, review) => Math.floor(review / 3));
    const scored = scoreTable({ criteria, minimumReviews: 3 }, { applications, applicationOf, scores: data.scores });
    if (!scored.ok) throw new Error(scored.refusal.reason);
    expect(fast.scores.totals).toEqual(scored.value.totals);
    expect(fast.scores.denominator).toBe(scored.value.denominator);
    expect(fast.scores.criteria).toEqual(scored.value.criteria);
    expect(fast.scores.qualified).toEqual(scored.value.qualified);
    expect(fast.masks).toEqual(Uint32Array.from(data.groups));
    expect(steps.readRefs(handle)).toEqual(Array.from(data.groups, (_, at) => scaleRef(at)));
  });

  test("the fast path selects whom SQLite's own query selects", () => {
    handle.function("ticket", { deterministic: true }, (at: unknown) => ticketOf(draw, scaleRef(Number(at))));
    const rows = handle.prepare(sqlQuery(", ticket(application)")).raw().all() as QueriedRow[];
    const { chosen } = steps.selectSeats(steps.plainRule, order, fast.masks);
    expect(chosen).toHaveLength(330);
    expect([...chosen]).toEqual(rows.map(([application]) => application));
  });

  test("the fast path orders and selects, with quotas too, as the exact pipeline does", { timeout: 180_000 }, () => {
    const exact = exactOrder(data);
    expect(order).toEqual(exact);
    const pool = { order: exact, groupNames: ["A", "B"], masks: Uint32Array.from(data.groups) };
    const quotas = choose(steps.quotaRule, pool);
    const choice = steps.selectSeats(steps.quotaRule, order, fast.masks);
    expect(choice).toEqual(quotas);
    expect(choice.report.groups.map(({ filled }) => filled)).toEqual([40, 30]);
    expect(choice.chosen).not.toEqual(choose(steps.plainRule, pool).chosen);
  });

  test("tickets for all and for the tied people only give one order, few tied or many", () => {
    const refs = steps.readRefs(handle);
    const many = orderScores(fast.scores, [{ by: "criterion", criterion: 4, prefer: "low" }]);
    expect(many.ties.length).toBeGreaterThan(100);
    for (const ordered of [steps.orderByKeys(fast.scores), many]) {
      expect(drawTies(ordered, steps.drawOnly(refs))).toEqual(drawTies(ordered, steps.drawAll(refs)));
    }
  });

  test("the outcome is written with everybody's place and the seats of those selected", () => {
    const { scores } = fast;
    const choice = steps.selectSeats(steps.quotaRule, order, fast.masks);
    steps.writeOutcome(handle, { order, scores, choice });
    const written = handle.prepare("select application, total, seat from outcome order by place").raw().all();
    const seated = new Map(Array.from(choice.chosen, (person, at) => [person, choice.seats[at]!.kind]));
    expect(written).toEqual(Array.from(order, (at) => [at, scores.totals[at], seated.get(at) ?? null]));
    handle.exec("delete from outcome");
  });
});

test("a bare sum and sort has the totals in descending order", () => {
  const data = generateScale(200);
  const total = (at: number) =>
    steps.weights.reduce((sum, weight, c) => sum + weight * [0, 1, 2].reduce((all, k) => all + data.scores[c]![3 * at + k]!, 0), 0); // prettier-ignore
  const sorted = sumAndSort(data);
  expect(Array.from(sorted, total)).toEqual(
    Array.from({ length: 200 }, (_, at) => total(at)).toSorted((l, r) => r - l),
  );
});

test("an application whose scores are not complete, or that has none, is refused", () => {
  const handle = databaseOf(20);
  handle.exec("delete from review_score where application = 7 and criterion = 2");
  expect(() => steps.readSums(handle, 20)).toThrow("application 7 has not 15 scores");
  handle.exec("delete from review_score where application = 7");
  expect(() => steps.readSums(handle, 20)).toThrow("1 applications have no scores");
  handle.close();
});
