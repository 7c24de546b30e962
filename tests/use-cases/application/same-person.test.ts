import { CompiledQuery } from "kysely";
import { expect, test } from "vitest";
import { isSamePerson } from "#app/domain/application/same-person.ts";
import { freshDatabase } from "#tests/support/database.ts";

const person = { name: "가상인", birthDate: "2000-01-31", phone: "010-0000-7777" };

test("the same person is looked for through an index", async () => {
  const db = await freshDatabase();
  const { sql } = db
    .selectFrom("application")
    .select("id")
    .where("cohortId", "=", "c")
    .where("birthDate", "=", "b")
    .where("phone", "=", "p")
    .compile();
  const plan = { sql: `explain query plan ${sql}`, parameters: ["c", "b", "p"] };
  const { rows } = await db.executeQuery<{ detail: string }>(CompiledQuery.raw(plan.sql, plan.parameters));
  expect(JSON.stringify(rows)).toContain("application_cohort_id_birth_date_phone_index");
});

test("whoever left a mark empty is nobody's double", () => {
  expect(isSamePerson(person, { ...person })).toBe(true);
  for (const mark of ["name", "birthDate", "phone"] as const) {
    const less = { ...person, [mark]: "" };
    expect(isSamePerson(less, less)).toBe(false);
  }
});
