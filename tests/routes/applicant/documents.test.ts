import "../account/environment.ts";
import { expect, test } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import { refusalHeader } from "#app/components/upload/refusal-header.ts";
import { paths } from "#app/paths.ts";
import { action, loader } from "#app/routes/applicant/documents.tsx";
import { db } from "#app/runtime.server.ts";
import { listFiles } from "#db/queries/files.ts";
import { anOpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { aPdf } from "#tests/factories/files.ts";
import { get, route, targetOf } from "../account/request.ts";

const text = new TextEncoder().encode("no document at all");

async function aDraftPage() {
  const { applicationId, applicant } = await aReadyDraft(db, { cohort: await anOpenCohort(db, { now: new Date() }) });
  const cookie = (await startSession(applicant.accountId)).split(";")[0] ?? "";
  const path = paths.my.documents(applicationId);
  const send = (documentId: string, files: readonly (readonly [string, Uint8Array])[], also: object = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ document: documentId, ...also })) body.set(name, String(value));
    for (const [name, bytes] of files) body.append("file", new File([Uint8Array.from(bytes)], name));
    const headers = { Cookie: cookie, "Sec-Fetch-Site": "same-origin" };
    const url = `http://localhost:3000${path}?document=${documentId}`;
    return action(route(new Request(url, { method: "POST", body, headers }), { applicationId }));
  };
  const page = () => loader(route(get(path, { cookie }), { applicationId }));
  return { applicationId, path, send, page };
}

function refused(answer: unknown) {
  const { data, init } = answer as { data: { documentId: string; messages: string[] }; init: ResponseInit };
  return { ...data, status: init.status, reason: new Headers(init.headers).get(refusalHeader) };
}

test("a file is taken with a plain form, and the page says what its name gives away", async () => {
  const { path, send, page } = await aDraftPage();

  expect(targetOf(await send("portfolio", [["전남대_작품.pdf".normalize("NFD"), aPdf]]))).toBe(`${path}?saved`);

  const portfolio = (await page()).documents.find(({ id }) => id === "portfolio");
  expect(portfolio?.files).toMatchObject([{ name: "전남대_작품.pdf", notes: ["school"], scan: "off" }]);
});

test("each file that is not taken is named with what to do; the others are there", async () => {
  const { applicationId, send } = await aDraftPage();

  const answer = refused(
    await send("bonusProof", [
      ["good.pdf", aPdf],
      ["bad.pdf", text],
    ]),
  );

  expect(answer).toMatchObject({ documentId: "bonusProof", status: 400, reason: "file-type" });
  expect(answer.messages[0]).toMatch(/^‘bad\.pdf’: 받지 않는 형식/);
  expect(answer.messages[0]).toMatch(/다른 파일은 올렸습니다\.$/);
  expect((await listFiles(db, applicationId)).map(({ name }) => name)).toEqual(["good.pdf"]);
});

test("more than a form may carry comes back to the document that it was for", async () => {
  const { send } = await aDraftPage();

  const answer = refused(await send("portfolio", [["large.pdf", new Uint8Array(26 * 1024 * 1024)]]));

  expect(answer).toMatchObject({ documentId: "portfolio", status: 413, reason: "upload-too-large" });
});

test("a file is taken back, and no file at all is said", async () => {
  const { applicationId, path, send } = await aDraftPage();
  await send("portfolio", [["a.pdf", aPdf]]);
  const [file] = await listFiles(db, applicationId);

  expect(targetOf(await send("portfolio", [], { remove: file!.id }))).toBe(`${path}?saved`);
  expect(refused(await send("portfolio", [], { remove: file!.id }))).toMatchObject({ reason: "no-such-file" });
  expect(refused(await send("portfolio", []))).toMatchObject({ status: 400, reason: "no-file" });
});
