import { expect, test } from "vitest";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { decideAppeal } from "#app/use-cases/decide-appeal.ts";
import { fileAppeal } from "#app/use-cases/file-appeal.ts";
import { withdrawAppeal } from "#app/use-cases/withdraw-appeal.ts";
import type { Db } from "#db/connect.ts";
import { listAppealsOfCohort } from "#db/queries/appeals.ts";
import { listFiles } from "#db/queries/files.ts";
import { anApplicant, aStaffMember, anAcademy } from "#tests/factories/cohort.ts";
import { aPdf, memoryStore } from "#tests/factories/files.ts";
import { aPublishedCohort, type PublishedCohort } from "#tests/factories/published-cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";

async function aTold(db: Db): Promise<PublishedCohort> {
  return aPublishedCohort(db, {
    seats: { game: 1 },
    people: [
      { standing: "selected", track: "game" },
      { standing: "not_selected", track: "game" },
      { standing: "not_selected", track: "game" },
    ],
  });
}

type Wish = { readonly who?: number; readonly actor?: AccountActor; readonly at?: Date } & Partial<
  Pick<Parameters<typeof fileAppeal>[2], "about" | "ground" | "statement" | "files">
>;

function filing(db: Db, cohort: PublishedCohort, { who = 1, actor, at, ...wish }: Wish = {}) {
  const person = cohort.people[who]!;
  const arrivedAt = at ?? new Date(cohort.publishedAt.getTime() + 3_600_000);
  return fileAppeal(db, actor ?? person.applicant, {
    applicationId: person.applicationId,
    about: "final",
    ground: "arithmetic",
    statement: "총점이 단계별 점수의 합과 다릅니다.",
    files: [],
    store: { ...memoryStore(), remove: async () => undefined },
    arrivedAt,
    now: arrivedAt,
    ...wish,
  });
}

async function kinds(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom("outbox").select("kind").orderBy("createdAt").orderBy("kind").execute();
  return rows.map(({ kind }) => kind);
}

async function events(db: Db): Promise<readonly string[]> {
  return (await db.selectFrom("auditEntry").select("event").orderBy("sequence").execute()).map(({ event }) => event);
}

test("an appeal gets the cohort's next number and its last day, is kept with its files, and is confirmed by a message", async () => {
  const db = await freshDatabase();
  const cohort = await aTold(db);

  const first = await filing(db, cohort, { files: [{ name: "집계표.pdf", bytes: aPdf }] });
  const second = await filing(db, cohort, { who: 2 });

  expect(first).toMatchObject({ ok: true, value: { number: 1 } });
  expect(second).toMatchObject({ ok: true, value: { number: 2 } });
  const register = await listAppealsOfCohort(db, cohort.cohortId);
  expect(register.map(({ number, status, ground }) => ({ number, status, ground }))).toEqual([
    { number: 1, status: "received", ground: "arithmetic" },
    { number: 2, status: "received", ground: "arithmetic" },
  ]);
  // Ten business days are two weeks at least.
  expect(
    register[0]!.answerBy >= new Date(cohort.publishedAt.getTime() + 14 * 86_400_000).toISOString().slice(0, 10),
  ).toBe(true);
  const files = await listFiles(db, cohort.people[1]!.applicationId);
  expect(files.map(({ documentKey, name }) => [documentKey, name])).toEqual([
    [`appeal:${register[0]!.id}`, "집계표.pdf"],
  ]);
  expect(await kinds(db)).toEqual(["appeal_received", "appeal_received"]);
  expect(await events(db)).toEqual(["files_uploaded", "appeal_filed", "appeal_filed"]);
});

test("the window is [start, end): a moment before it is too early, the end instant is too late", async () => {
  const db = await freshDatabase();
  const cohort = await aTold(db);
  const end = new Date(cohort.definition.appeals.window.end);

  const before = new Date(cohort.publishedAt.getTime() - 1);
  expect(await filing(db, cohort, { at: before })).toEqual({ ok: false, refusal: "too-early" });
  expect(await filing(db, cohort, { at: end })).toEqual({ ok: false, refusal: "too-late" });
  expect(await filing(db, cohort, { at: new Date(end.getTime() - 1) })).toMatchObject({ ok: true });
});

test("what was not published, or not of this stage, cannot be appealed, nor by anybody else", async () => {
  const db = await freshDatabase();
  const cohort = await aTold(db);

  expect(await filing(db, cohort, { about: "document" })).toEqual({ ok: false, refusal: "not-published" });
  for (const actor of [await anApplicant(db), cohort.administrator]) {
    expect(await filing(db, cohort, { actor })).toEqual({ ok: false, refusal: "not-yours" });
  }
  await db.deleteFrom("offer").execute();
  await db.deleteFrom("decision").execute();
  expect(await filing(db, cohort)).toEqual({ ok: false, refusal: "not-published" });
});

test("a statement says something within 2,000 characters and holds no resident number; the ground is a known one", async () => {
  const db = await freshDatabase();
  const cohort = await aTold(db);
  const refusal = async (wish: Wish) => {
    const answer = await filing(db, cohort, wish);
    return answer.ok ? "filed" : answer.refusal;
  };

  expect(await refusal({ statement: "  \r\n " })).toBe("statement-needed");
  expect(await refusal({ statement: "가".repeat(2001) })).toBe("statement-too-long");
  expect(await refusal({ statement: "제 번호는 000131-3123456 입니다" })).toBe("resident-number");
  expect(await refusal({ ground: "re-marking" })).toBe("ground-needed");
  expect(await refusal({ statement: "가".repeat(1999) + "\r\n나".normalize("NFD") })).toBe("statement-too-long");
  expect(await refusal({ statement: "가".normalize("NFD").repeat(2000) })).toBe("filed");
});

test("files beyond the definition's limits are refused whole, and no appeal is left behind", async () => {
  const db = await freshDatabase();
  const cohort = await aTold(db);
  const file = (name: string, bytes = aPdf) => ({ name, bytes });

  expect(await filing(db, cohort, { files: [file("1.pdf"), file("2.pdf"), file("3.pdf")] })).toEqual({
    ok: false,
    refusal: "too-many-files",
  });
  const text = new TextEncoder().encode("그냥 글");
  expect(await filing(db, cohort, { files: [file("좋음.pdf"), file("글.pdf", text)] })).toMatchObject({
    ok: false,
    refusal: { kind: "files-refused", refused: [{ name: "글.pdf" }] },
  });
  expect(await listAppealsOfCohort(db, cohort.cohortId)).toEqual([]);
});

test("the same ground is not filed twice while it waits; after it was withdrawn it may be, under the next number", async () => {
  const db = await freshDatabase();
  const cohort = await aTold(db);
  const person = cohort.people[1]!;
  const filed = await filing(db, cohort);
  if (!filed.ok) throw new Error("refused");
  const { appealId } = filed.value;
  const withdrawal = { applicationId: person.applicationId, appealId, now: cohort.publishedAt };

  expect(await filing(db, cohort)).toEqual({ ok: false, refusal: "already-filed" });
  expect(await withdrawAppeal(db, cohort.people[2]!.applicant, withdrawal)).toEqual({
    ok: false,
    refusal: "not-yours",
  });
  expect(await withdrawAppeal(db, person.applicant, withdrawal)).toMatchObject({ ok: true });
  expect(await withdrawAppeal(db, person.applicant, withdrawal)).toMatchObject({ ok: true });
  expect(await filing(db, cohort)).toMatchObject({ ok: true, value: { number: 2 } });
  expect((await events(db)).filter((event) => event === "appeal_withdrawn")).toHaveLength(1);
});

test("a decision needs the committee's minutes, tells the appellant once and changes no result", async () => {
  const db = await freshDatabase();
  const cohort = await aTold(db);
  const { cohortId, administrator } = cohort;
  const filed = await filing(db, cohort);
  if (!filed.ok) throw new Error("refused");
  const { appealId } = filed.value;
  const decide = (wish: object, actor = administrator) =>
    decideAppeal(db, actor, {
      cohortId,
      appealId,
      verdict: "upheld",
      answer: "합산에 오류가 있어 바로잡습니다.",
      minuteNumber: "위원회-12",
      now: new Date(cohort.publishedAt.getTime() + 86_400_000),
      ...wish,
    });

  expect(await decide({ minuteNumber: " " })).toEqual({ ok: false, refusal: "minute-needed" });
  expect(await decide({ answer: "" })).toEqual({ ok: false, refusal: "answer-needed" });
  expect(await decide({ verdict: "maybe" })).toEqual({ ok: false, refusal: "verdict-needed" });
  const elsewhere = await aStaffMember(db, { role: "administrator", academyId: await anAcademy(db) });
  expect(await decide({}, elsewhere)).toEqual({ ok: false, refusal: "not-yours" });
  expect(await decide({})).toEqual({ ok: true, value: "upheld" });
  expect(await decide({ verdict: "dismissed" })).toEqual({ ok: false, refusal: "already-answered" });

  expect(await kinds(db)).toEqual(["appeal_received", "appeal_answered"]);
  const { applicationId, applicant } = cohort.people[1]!;
  const { status } = await db
    .selectFrom("application")
    .select("status")
    .where("id", "=", applicationId)
    .executeTakeFirstOrThrow();
  expect(status).toBe("not_selected");
  const withdrawn = await withdrawAppeal(db, applicant, { applicationId, appealId, now: cohort.publishedAt });
  expect(withdrawn).toEqual({ ok: false, refusal: "already-answered" });
});
