import { expect, test } from "vitest";
import { claimForm, flagForm, searchForm } from "#app/domain/cohort/form.ts";
import { readyToOpen } from "#app/domain/cohort/ready-to-open.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { aDefinition, factoryNow } from "#tests/factories/cohort.ts";

const definition = aDefinition();
const staff = { administrators: 2, reviewers: 25 };

function missing(...[changedStaff = staff, now = factoryNow]: [typeof staff?, Date?]) {
  return readyToOpen(definition, changedStaff, now)
    .filter(({ ok }) => !ok)
    .map(({ key, needed }) => `${key}${needed ? "!" : ""}`);
}

test("a whole definition with its people is ready; that it is a sample is said, not forbidden", () => {
  expect(missing()).toEqual(["ownRules"]);
});

test("too few people are advice, a window that has ended is not", () => {
  expect(missing({ administrators: 1, reviewers: 0 })).toEqual(["secondAdministrator", "reviewers", "ownRules"]);
  expect(missing(staff, windowOf(definition, "application").end)).toEqual(["window!", "ownRules"]);
  expect(missing(staff, new Date("2100-01-01T00:00:00Z"))).toEqual(["window!", "confirmBy!", "ownRules"]);
});

test("a verdict needs its reason: always on a flag, on a claim when it is refused", () => {
  const flag = { flagId: "f1", verdict: "eligible" };
  expect(flagForm.safeParse({ ...flag, reason: "    짧다    " }).success).toBe(false);
  expect(flagForm.safeParse({ ...flag, reason: "서류로 확인함" }).success).toBe(true);
  expect(claimForm.safeParse({ claimId: "c1", verdict: "verified" }).success).toBe(true);
  expect(claimForm.safeParse({ claimId: "c1", verdict: "rejected" }).success).toBe(false);
  expect(searchForm.safeParse({ search: "  " }).success).toBe(false);
});

test("a rule that this version cannot carry out is known before anybody applies", () => {
  const capped = { ...definition, bonus: { ...definition.bonus, maxSelectedByBonusPercent: 30 } };
  const items = readyToOpen(capped, staff, factoryNow);
  expect(items.filter(({ ok, needed }) => !ok && needed).map(({ key }) => key)).toEqual(["rules"]);
});
