import { expect, test } from "vitest";
import aiSample from "#db/samples/ai-academy.json" with { type: "json" };
import gccSample from "#db/samples/gcc-academy.json" with { type: "json" };
import { createSeededRandom, type SeededRandom } from "#app/domain/draw/seeded-random.ts";
import { definitionSchema, type ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { ruleFromDefinition } from "#app/domain/selection/rule-from-definition.ts";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import type {
  SelectionInput,
  SelectionPerson,
  SelectionResult,
  SelectionRule,
} from "#app/domain/selection/selection.ts";

/** So many people above every minimum, with scores of two decimals; a quarter from the region. */
function aPoolFor(rule: SelectionRule, size: number): readonly SelectionPerson[] {
  const random = createSeededRandom({ seed: "samples", label: "pool" });
  return Array.from({ length: size }, (_, index) => aPersonFor(rule, random, index));
}

function aPersonFor(rule: SelectionRule, random: SeededRandom, index: number): SelectionPerson {
  const choices = random.shuffle(rule.tracks.map(({ id }) => id)).slice(0, 1 + random.integerBelow(2));
  const stages = rule.stages.map(({ id, criteria }) => {
    const score = `${60 + random.integerBelow(40)}.${String(random.integerBelow(100)).padStart(2, "0")}`;
    const own = criteria.map((criterion) => [criterion.id, `${Number(criterion.max) - random.integerBelow(3)}`]);
    return [id, { outcome: "scored", score, criteria: Object.fromEntries(own) }];
  });
  return {
    applicationNo: `T-${10_000 + index}`,
    choices,
    acceptOther: random.integerBelow(2) === 0,
    standing: "in",
    stages: Object.fromEntries(stages),
    claimsAsked: [],
    claims: random.integerBelow(9) === 0 ? ["low_income"] : [],
    tags: random.integerBelow(4) === 0 ? ["gwangju"] : [],
  };
}

/** Runs to the end, the committee always answering in the order it is asked in. */
function selectFrom(definition: ProgrammeDefinition, size: number): SelectionResult {
  const rule = ruleFromDefinition(definition);
  if (!rule.ok) throw new Error(rule.refusal.path);
  const tieDecisions: (readonly string[])[] = [];
  const input: SelectionInput = { rule: rule.value, people: aPoolFor(rule.value, size) };
  for (;;) {
    const run = selectCohort({ ...input, tieDecisions });
    if (run.status === "complete") return run;
    if (run.status === "refused") throw new Error(run.refusal.reason);
    tieDecisions.push(run.tie.group);
  }
}

function listLengths(result: SelectionResult): readonly number[] {
  return Object.keys(result.byTrack).map((id) => result.reserves.filter(({ track }) => track === id).length);
}

test("the AI sample selects 330 = 120 + 120 + 90, half of them from the region, with lists of 24, 24 and 18", () => {
  const result = selectFrom(definitionSchema.parse(aiSample), 779);
  expect(result.byTrack).toEqual({ modeling: 120, service: 120, platform: 90 });
  expect(listLengths(result)).toEqual([24, 24, 18]);
  expect(result.swaps.length).toBeGreaterThan(0);
  expect(result.quotas).toMatchObject([{ selected: 330, needed: 165, achieved: 165, shortfall: 0 }]);
  expect(result.unfilled).toEqual([]);
});

test("the GCC sample selects 140 = 20 + 20 + 40 + 30 + 30 with lists of 6, 6, 12, 9 and 9", () => {
  const result = selectFrom(definitionSchema.parse(gccSample), 421);
  expect(Object.values(result.byTrack)).toEqual([20, 20, 40, 30, 30]);
  expect(listLengths(result)).toEqual([6, 6, 12, 9, 9]);
});
