import "#tests/routes/account/environment.ts";
import { expect, test } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { action as publish, loader as decisionsPage } from "#app/routes/administrator/cohort/decisions.tsx";
import { loader as runJson } from "#app/routes/administrator/cohort/run-json.ts";
import { action as actOnRun, loader as runPage } from "#app/routes/administrator/cohort/run.tsx";
import { action as select, loader as selectionPage } from "#app/routes/administrator/cohort/selection.tsx";
import { action as actOnStage, loader as stagePage } from "#app/routes/administrator/cohort/stage.tsx";
import { db } from "#app/runtime.server.ts";
import { jobRegistry } from "#app/use-cases/job-registry.ts";
import { runNextJob } from "#app/use-cases/jobs.ts";
import { answered, get, post, route, targetOf } from "#tests/routes/account/request.ts";
import { smallDefinition } from "#tests/use-cases/selection/small-cohort.ts";
import { untilSelection } from "#tests/use-cases/selection/small-selection.ts";

const farAway = smallDefinition((draft) => {
  draft.acceptance.confirmBy = "2099-06-05T18:00:00+09:00";
});
const cohort = await untilSelection(db, undefined, farAway);
const { cohortId } = cohort;
const first = await cookieFor(cohort.first);
const second = await cookieFor(cohort.second);
const stranger = await cookieFor(cohort.stranger);

async function cookieFor({ accountId }: AccountActor): Promise<string> {
  return (await startSession(accountId)).split(";")[0] ?? "";
}

const at = (cookie: string, more: Record<string, string> = {}, search = "") =>
  route(get(`/manage${search}`, { cookie }), { cohortId, ...more });
const send = (cookie: string, fields: Record<string, string>, more: Record<string, string> = {}) =>
  route(post("/manage", fields, { cookie }), { cohortId, ...more });

/** Sends a form whose work the worker does. */
async function withWorker<Value>(answer: Promise<Value>): Promise<Value> {
  const working = setInterval(() => void runNextJob(db, jobRegistry, () => new Date()), 20);
  return answer.finally(() => clearInterval(working));
}

test("the stage page shows outcomes, reasons and cut lines, and filters them", async () => {
  const page = await stagePage(at(first, { stageKey: "document" }, "?outcome=failed"));
  expect(page.record.status).toBe("published");
  expect(page.result?.tracks.map(({ title, passed, outranked }) => [title, passed, outranked])).toEqual([
    ["게임", 4, 1],
    ["웹툰", 2, 1],
  ]);
  expect(page.entries.rows.map(({ applicationNumber, why }) => [applicationNumber, why.length])).toEqual([
    ["E", 1],
    ["F", 1],
    ["I", 1],
    ["L", 1],
  ]);
});

test("a refused act says why and gives back what was typed", async () => {
  const fields = { intent: "reopen", reason: "평가표 정정" };
  const answer = answered(await actOnStage(send(first, fields, { stageKey: "document" })));
  expect(answer.status).toBe(409);
  expect(answer.text).toContain("집계를 마친 전형이 아니거나");
  expect(answer.text).toContain("평가표 정정");
});

test("from the try-out over the second administrator to the publication, each by its form", async () => {
  const tried = targetOf(await withWorker(select(send(first, { intent: "tryout" }))));
  expect(tried).toMatch(/\/selection\/[0-9a-f-]{36}$/);
  const runId = (targetOf(await withWorker(select(send(first, { intent: "official" })))) ?? "").split("/").at(-1) ?? "";

  const page = await runPage(at(first, { runId }, "?explain=0"));
  expect(page.mayApprove).toBe(false);
  expect(page.found?.order.map(({ applicationNo, outcome }) => [applicationNo, outcome])).toEqual([
    ["B", "selected"],
    ["A", "selected"],
    ["G", "selected"],
    ["C", "reserve"],
    ["D", "not_selected"],
  ]);
  expect(page.found?.comparison).toMatchObject({ isSameDigest: true, total: 0 });
  expect(page.found?.explanation?.sentences.join(" ")).toContain("선발되었습니다");
  expect(answered(await actOnRun(send(first, { intent: "approve" }, { runId }))).status).toBe(409);
  const replay = await withWorker(actOnRun(send(first, { intent: "replay" }, { runId })));
  expect(answered(replay).text).toContain('"equal":true');

  const input = await runJson(at(first, { runId, file: "input.json" }));
  expect(((await input.json()) as { people: unknown[] }).people).toHaveLength(12);
  expect(targetOf(await actOnRun(send(second, { intent: "approve" }, { runId })))).toContain("done=approve");

  const ready = await decisionsPage(at(first));
  expect(ready.publication).toMatchObject({ counts: { selected: 3, reserve: 1, notSelected: 2 }, isTooLate: false });
  const past = await publish(send(first, { intent: "schedule", publishAt: "2020-01-01T10:00" }));
  expect(answered(past)).toMatchObject({ status: 400 });
  expect(targetOf(await withWorker(publish(send(first, { intent: "publish" }))))).toContain("done=publish");
  const published = await decisionsPage(at(first));
  expect(published.reconciliation).toMatchObject({ submitted: 12, sums: true, complete: true });
});

test("all of it is 404 for another academy's administrator", async () => {
  const params = { stageKey: "document", runId: "nothing", file: "input.json" };
  for (const loader of [stagePage, selectionPage, runPage, decisionsPage, runJson]) {
    await expect(loader(at(stranger, params))).rejects.toMatchObject({ status: 404 });
  }
  for (const action of [actOnStage, select, actOnRun, publish]) {
    await expect(action(send(stranger, { intent: "publish" }, params))).rejects.toMatchObject({ status: 404 });
  }
});
