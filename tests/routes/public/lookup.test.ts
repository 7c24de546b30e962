import "#tests/routes/account/environment.ts";
import { expect, test } from "vitest";
import { action as lookUp } from "#app/routes/public/results.tsx";
import { db } from "#app/runtime.server.ts";
import { aPublishedCohort, type PublishedPerson } from "#tests/factories/published-cohort.ts";
import { anOpenCohort, aSubmittedApplication } from "#tests/factories/cohort.ts";
import { post, route } from "#tests/routes/account/request.ts";

const seats = { game: 1 };
const cohort = await aPublishedCohort(db, {
  seats,
  people: [
    { standing: "selected", track: "game" },
    { standing: "not_selected", track: "game" },
  ],
});
const [selected, other] = cohort.people as unknown as readonly [PublishedPerson, PublishedPerson];
const birthDate = String(selected.answers["birthDate"]);
const path = `/cohorts/${cohort.slug}/results`;

type Answer = {
  readonly data: { readonly sentence: string | null; readonly problem: string | null };
  readonly init: { readonly status?: number; readonly headers: Record<string, string> };
};

async function ask(fields: Record<string, string>): Promise<Answer> {
  return (await lookUp(route(post(path, fields), { slug: cohort.slug }))) as unknown as Answer;
}

test("a look-up with the number and the birth date tells one's own outcome in a sentence", async () => {
  const answer = await ask({ applicationNumber: ` ${selected.applicationNumber.toLowerCase()} `, birthDate });

  expect(answer.data.sentence).toContain("합격입니다");
  expect(answer.data.problem).toBeNull();
  expect(answer.init.headers["Cache-Control"]).toBe("no-store");
});

test("a look-up never says whether a number exists: every wrong pair has the same answer and the same status", async () => {
  const tries = [
    { applicationNumber: selected.applicationNumber, birthDate: "1990-12-31" },
    { applicationNumber: selected.applicationNumber, birthDate: "" },
    { applicationNumber: "GCC02-99999", birthDate },
    { applicationNumber: "GCC02-99999", birthDate: "1990-12-31" },
    { applicationNumber: "", birthDate },
    { applicationNumber: "' or 1=1 --", birthDate },
  ];
  const answers = [];
  for (const each of tries) answers.push(await ask(each));

  expect(new Set(answers.map(({ data }) => data.problem)).size).toBe(1);
  expect(new Set(answers.map(({ init }) => init.status))).toEqual(new Set([400]));
  for (const { data } of answers) expect(data.sentence).toBeNull();
});

test("a look-up takes as long for a number that does not exist as for one that does", async () => {
  const timeOf = async (fields: Record<string, string>) => {
    const from = performance.now();
    await ask(fields);
    return performance.now() - from;
  };
  const known = await timeOf({ applicationNumber: other.applicationNumber, birthDate: "1990-12-31" });
  const unknown = await timeOf({ applicationNumber: "GCC02-88888", birthDate: "1990-12-31" });

  // Both wait for the same moment, longer than the work: what remains is the noise of a timer.
  expect(Math.min(known, unknown)).toBeGreaterThanOrEqual(399);
  expect(Math.abs(known - unknown)).toBeLessThan(250);
});

test("a birth date is not found by trying: after ten tries a number is shut, whether it exists or not", async () => {
  for (const applicationNumber of [other.applicationNumber, "GCC02-77777"]) {
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, day) => ask({ applicationNumber, birthDate: `1990-01-${10 + day}` })),
    );
    expect(tries.filter(({ init }) => init.status === 429).length).toBeGreaterThanOrEqual(2);
    const right = await ask({ applicationNumber, birthDate });
    expect([right.init.status, right.data.sentence]).toEqual([429, null]);
  }
});

test("before the announcement there is no look-up at all", async () => {
  const open = await anOpenCohort(db);
  const { applicationNumber, answers } = await aSubmittedApplication(db, { cohort: open });
  const fields = { applicationNumber, birthDate: String(answers["birthDate"]) };
  const request = post(`/cohorts/${open.slug}/results`, fields);
  await expect(lookUp(route(request, { slug: open.slug }))).rejects.toMatchObject({ status: 404 });
});
