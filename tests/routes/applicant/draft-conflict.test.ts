import "../account/environment.ts";
import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { action as save, loader as section } from "#app/routes/applicant/section.tsx";
import { db } from "#app/runtime.server.ts";
import { anOpenCohort, aSubmittedApplication } from "#tests/factories/cohort.ts";
import { answered, cookieOf, get, post, route, targetOf } from "../account/request.ts";
import { aDraft, based, cookieFor, headersOf, type Draft } from "./a-draft.ts";

/** Another window saves first; answers what the second window's page rests on. */
async function overtaken(draft: Draft) {
  const opened = based(await draft.open());
  await draft.send({ ...opened, intent: "stay", q1: "먼저 저장한 글", q2: "같은 글" });
  return opened;
}

test("an autosave is answered with the server's clock and what the next one rests on, in a header", async () => {
  const draft = await aDraft();
  const saved = await draft.send({ ...based(await draft.open()), intent: "autosave", q1: "저절로 저장한 글" });

  const receipt = JSON.parse(headersOf(saved).get("Draft-Saved") ?? "{}") as { at: string };
  expect(receipt).toEqual({
    at: receipt.at,
    ...(await draft.open().then(({ revision, edition }) => ({ revision, edition }))),
  });
  expect(Math.abs(Date.parse(receipt.at) - Date.now())).toBeLessThan(10_000);
  expect(await draft.answer("q1")).toBe("저절로 저장한 글");
});

test("an autosave over another window's text is a conflict and replaces nothing", async () => {
  const draft = await aDraft();
  const opened = await overtaken(draft);

  expect(answered(await draft.send({ ...opened, intent: "autosave", q1: "나중 글" }))).toMatchObject({ status: 409 });
  expect(await draft.answer("q1")).toBe("먼저 저장한 글");
});

test("a conflict shows both texts of what differs, and everything that was typed is in the form", async () => {
  const draft = await aDraft();
  const opened = await overtaken(draft);
  const refused = (await draft.send({ ...opened, intent: "next", q1: "나중 글", q2: "같은 글" })) as {
    data: { conflict: { fields: readonly object[]; sent: readonly object[] } };
    init: ResponseInit;
  };

  expect(refused.init.status).toBe(409);
  expect(refused.data.conflict.fields).toMatchObject([{ id: "q1", stored: "먼저 저장한 글", mine: "나중 글" }]);
  expect(refused.data.conflict.sent).toEqual([
    ["q1", "나중 글"],
    ["q2", "같은 글"],
  ]);
  expect(await draft.answer("q1")).toBe("먼저 저장한 글");
});

async function seenConflict(draft: Draft) {
  const opened = await overtaken(draft);
  const typed = { ...opened, q1: "나중 글", q2: "고친 글" };
  const refused = (await draft.send({ ...typed, intent: "next" })) as { data: { conflict: { seen: string } } };
  return { ...typed, seen: refused.data.conflict.seen };
}

test.each([
  ["mine", {}, ["나중 글", "고친 글"]],
  ["stored", {}, ["먼저 저장한 글", "같은 글"]],
  ["choose", { "choice.q1": "mine", "choice.q2": "stored" }, ["나중 글", "같은 글"]],
])("whoever saw both texts decides: %s", async (intent, choices, texts) => {
  const draft = await aDraft();
  const decided = await draft.send({ ...(await seenConflict(draft)), intent, ...choices });

  expect(targetOf(decided)?.split("?")[0]).toBe(draft.path);
  expect([await draft.answer("q1"), await draft.answer("q2")]).toEqual(texts);
});

test("choosing field by field asks for every field that differs, and stores nothing before", async () => {
  const draft = await aDraft();
  const undecided = answered(
    await draft.send({ ...(await seenConflict(draft)), intent: "choose", "choice.q1": "mine" }),
  );

  expect(undecided.status).toBe(409);
  expect(undecided.text).toContain("choice-q2");
  expect(await draft.answer("q1")).toBe("먼저 저장한 글");
});

test("a third text that came while somebody was choosing is shown before it is replaced", async () => {
  const draft = await aDraft();
  const seen = await seenConflict(draft);
  await draft.send({ ...based(await draft.open()), intent: "stay", q1: "셋째 글", q2: "같은 글" });

  expect(answered(await draft.send({ ...seen, intent: "mine" }))).toMatchObject({ status: 409 });
  expect(await draft.answer("q1")).toBe("셋째 글");
});

test("two windows that write different sections are no conflict", async () => {
  const draft = await aDraft();
  const { applicationId, cookie } = draft;
  const opened = based(await draft.open());
  const params = { applicationId, sectionId: "choice" };
  const other = { firstChoice: "game", acceptOther: "yes", intent: "stay", revision: opened.revision };
  await save(route(post(paths.my.section(applicationId, "choice"), other, { cookie }), params));

  expect(answered(await draft.send({ ...opened, intent: "autosave", q1: "내 글" })).status ?? 200).toBe(200);
  expect(await draft.answer("q1")).toBe("내 글");
});

test("after a refusal the form still rests on the text that its writer saw", async () => {
  const draft = await aDraft();
  const opened = based(await draft.open());
  await draft.send({ ...opened, intent: "stay", q1: "먼저 저장한 글" });
  const refused = (await draft.send({ ...opened, intent: "next", q1: "000131-3123456" })) as {
    data: { view: { revision: number; edition: string } };
  };

  expect(based(refused.data.view)).toEqual(opened);
});

test("kept text is shown again without being stored, and beside a newer one where there is one", async () => {
  const draft = await aDraft();
  const opened = based(await draft.open());
  const before = await draft.answer("q1");
  const shown = answered(await draft.send({ ...opened, intent: "restore", q1: "보관한 글" }));
  expect(shown.text).toContain("보관한 글");
  expect(await draft.answer("q1")).toBe(before);

  await draft.send({ ...opened, intent: "stay", q1: "먼저 저장한 글" });
  expect(answered(await draft.send({ ...opened, intent: "restore", q1: "보관한 글" }))).toMatchObject({ status: 409 });
});

test("changing the language saves the section first: the same form is sent again in the new language", async () => {
  const draft = await aDraft();
  const typed = { ...based(await draft.open()), language: "en", q1: "도중에 바꾼 언어" };
  const first = (await draft.send(typed)) as Response;
  expect([first.status, first.headers.get("Location")]).toEqual([307, draft.path]);
  const english = `${draft.cookie}; ${cookieOf(first)}`;

  expect(targetOf(await draft.send(typed, english))).toBe(`${draft.path}?saved`);
  expect(await draft.answer("q1")).toBe("도중에 바꾼 언어");
});

test("nothing is handed in again by itself: a submitted application waits for its writer's own save", async () => {
  const cohort = await anOpenCohort(db, { now: new Date() });
  const { applicationId, applicant } = await aSubmittedApplication(db, { cohort });
  const cookie = await cookieFor(applicant.accountId);
  const params = { applicationId, sectionId: "essay" };
  const path = paths.my.section(applicationId, "essay");
  const opened = based(await section(route(get(path, { cookie }), params)));

  const refused = await save(route(post(path, { ...opened, intent: "autosave", q1: "다른 글" }, { cookie }), params));
  expect(answered(refused).status).toBe(400);
});
