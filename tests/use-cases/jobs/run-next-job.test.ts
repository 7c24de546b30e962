import { afterEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { done, refuse } from "#app/domain/result.ts";
import { jobRegistry } from "#app/use-cases/job-registry.ts";
import { runNextJob, type JobRegistry } from "#app/use-cases/jobs.ts";
import type { Db } from "#db/connect.ts";
import { enqueueJob, findJob } from "#db/queries/jobs.ts";
import { anOpenCohort, aStaffMember, type OpenCohort } from "#tests/factories/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-25T01:00:00.000Z");
const clock = () => now;

type Asked = { readonly actor: Actor; readonly input: unknown };

/** Jobs of our own, so that what the worker does around a use case can be seen. */
function aRegistry(asked: Asked[]): JobRegistry {
  return {
    greet: async (_db: Db, actor: Actor, input: never) => {
      asked.push({ actor, input });
      return done({ greeted: 3 });
    },
    forbid: async () => refuse({ kind: "problems", problems: ["row 7"] }),
    break: async () => {
      throw new Error("the disk is full");
    },
  };
}

async function aJob(db: Db, { cohort, kind }: { cohort: OpenCohort; kind: string }, requestedBy: string | null = null) {
  return enqueueJob(db, { kind, cohortId: cohort.cohortId, payload: { stageKey: "document" }, requestedBy, now });
}

async function answerOf(db: Db, id: string) {
  const job = await findJob(db, id);
  return { status: job?.status, result: JSON.parse(job?.result ?? "null") as unknown };
}

afterEach(() => vi.restoreAllMocks());

describe("the worker's next job", () => {
  test("is done as the person who asked for it, with what was asked, the cohort and the time", async () => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db);
    const administrator = await aStaffMember(db, { role: "administrator", academyId: cohort.academyId });
    const id = await aJob(db, { cohort, kind: "greet" }, administrator.accountId);
    const asked: Asked[] = [];

    expect(await runNextJob(db, aRegistry(asked), clock)).toBe(true);

    expect(asked).toEqual([{ actor: administrator, input: { stageKey: "document", cohortId: cohort.cohortId, now } }]);
    expect(await answerOf(db, id)).toEqual({ status: "done", result: { greeted: 3 } });
    expect(await runNextJob(db, aRegistry(asked), clock)).toBe(false);
    expect(asked).toHaveLength(1);
  });

  test("nobody asked for is the portal's own", async () => {
    const db = await freshDatabase();
    await aJob(db, { cohort: await anOpenCohort(db), kind: "greet" });
    const asked: Asked[] = [];

    await runNextJob(db, aRegistry(asked), clock);

    expect(asked.map(({ actor }) => actor)).toEqual([{ kind: "system" }]);
  });

  test("that is refused keeps the whole refusal for the page", async () => {
    const db = await freshDatabase();
    const id = await aJob(db, { cohort: await anOpenCohort(db), kind: "forbid" });

    await runNextJob(db, aRegistry([]), clock);

    expect(await answerOf(db, id)).toEqual({
      status: "refused",
      result: { refusal: { kind: "problems", problems: ["row 7"] } },
    });
  });

  test("of somebody whose account was disabled meanwhile is refused and not done", async () => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db);
    const { accountId } = await aStaffMember(db, { role: "administrator", academyId: cohort.academyId });
    const id = await aJob(db, { cohort, kind: "greet" }, accountId);
    await db.updateTable("account").set({ disabledAt: now.toISOString() }).where("id", "=", accountId).execute();
    const asked: Asked[] = [];

    await runNextJob(db, aRegistry(asked), clock);

    expect(await answerOf(db, id)).toEqual({ status: "refused", result: { refusal: "not-yours" } });
    expect(asked).toEqual([]);
  });

  test.each(["break", "unheard_of"])(
    "that faults (%s) is failed, said without details, and does not stop the next",
    async (kind) => {
      const logged = vi.spyOn(console, "error").mockImplementation(() => {});
      const db = await freshDatabase();
      const cohort = await anOpenCohort(db);
      const id = await aJob(db, { cohort, kind });

      expect(await runNextJob(db, aRegistry([]), clock)).toBe(true);

      expect(await answerOf(db, id)).toEqual({ status: "failed", result: { refusal: "fault" } });
      expect(logged).toHaveBeenCalledOnce();
      await aJob(db, { cohort, kind: "greet" });
      expect(await runNextJob(db, aRegistry([]), clock)).toBe(true);
    },
  );
});

describe("the jobs of the portal", () => {
  test("ask for permission again: a reviewer who gets one into the queue is refused", async () => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db);
    const reviewer = await aStaffMember(db, { role: "reviewer", academyId: cohort.academyId });

    for (const kind of Object.keys(jobRegistry)) {
      const id = await aJob(db, { cohort, kind }, reviewer.accountId);
      await runNextJob(db, jobRegistry, clock);
      const { status, result } = await answerOf(db, id);
      const { refusal } = result as { refusal: unknown };
      expect([kind, status]).toEqual([kind, "refused"]);
      expect(["not-yours", { kind: "not-yours" }], kind).toContainEqual(refusal);
    }
  });
});
