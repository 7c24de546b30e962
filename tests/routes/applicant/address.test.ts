import { juso } from "./address-environment.ts";
import "../account/environment.ts";
import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { addressIntent } from "#app/routes/applicant/address-intent.ts";
import { action as save, loader as section } from "#app/routes/applicant/section.tsx";
import { db } from "#app/runtime.server.ts";
import { getApplication } from "#db/queries/applications.ts";
import { anOpenCohort, aSubmittedApplication } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { get, post, route } from "../account/request.ts";
import { based, cookieFor } from "./a-draft.ts";

const now = new Date();
const words = "address-search.address.words";
const asked = "address-search.address.asked";
const found = {
  zonecode: "04524",
  road: "가상로 12 (가상동)",
  jibun: "가상동 12-1",
  sido: "서울특별시",
  sigungu: "가상구",
  bcode: "1114010300",
};
const typedParts = {
  "address.zonecode": found.zonecode,
  "address.road": found.road,
  "address.sido": found.sido,
  "address.sigungu": found.sigungu,
  "address.detail": "7호",
};
const hidden = {
  "address.jibun": found.jibun,
  "address.bcode": found.bcode,
  "address.foundFor": "04524 / 서울특별시 / 가상구 / 가상로 12 (가상동)",
};

async function aPerson() {
  const cohort = await anOpenCohort(db, { now });
  const { applicationId, applicant } = await aReadyDraft(db, { cohort });
  const cookie = await cookieFor(applicant.accountId);
  const inSection = cohort.definition.form.sections.find(({ fields }) => fields.some(({ id }) => id === "address"))!;
  const params = { applicationId, sectionId: inSection.id };
  const path = paths.my.section(applicationId, inSection.id);
  const open = () => section(route(get(path, { cookie }), params));
  const send = (fields: Record<string, string>) => save(route(post(path, fields, { cookie }), params));
  /** A page as it is opened, and as it answers. */
  const answer = async (fields: Record<string, string>) => {
    const sent = (await send({ ...based(await open()), ...fields })) as unknown as {
      data: { isSaved: boolean; isRestored: boolean; errors: object[]; view: Awaited<ReturnType<typeof open>> };
    };
    return { ...sent.data, field: (id: string) => sent.data.view.fields.find((each) => each.id === id)! };
  };
  const stored = async () => (await getApplication(db, applicationId)).answers;
  return { cohort, applicationId, open, send, answer, stored };
}

test("an address is offered to be looked up, and what is found can be chosen; what was typed is kept, nothing stored", async () => {
  const person = await aPerson();
  const before = await person.stored();
  expect((await person.open()).fields.find(({ id }) => id === "address")?.addressSearch).toMatchObject({
    state: "ready",
  });

  const shown = await person.answer({
    "address.detail": "새 7호",
    [words]: "가상로 12",
    intent: addressIntent("address"),
  });
  expect(shown).toMatchObject({ isSaved: false, isRestored: false, errors: [] });
  expect(shown.field("address").value).toMatchObject({ detail: "새 7호" });
  expect(shown.view.fields.flatMap(({ errors }) => errors)).toEqual([]);
  expect(shown.field("address").addressSearch).toMatchObject({
    state: "found",
    words: "가상로 12",
    found: [found, {}],
  });
  expect(juso.asked.at(-1)).toMatchObject({ keyword: "가상로 12", confmKey: "made-up-key" });
  expect(await person.stored()).toEqual(before);
});

test("an address that is chosen fills its parts, the lot and the district's code too, and leaves the flat as typed", async () => {
  const person = await aPerson();
  const chosen = await person.answer({ intent: addressIntent("address", found), "address.detail": "7호" });

  expect(chosen.field("address")).toMatchObject({
    value: { ...found, detail: "7호" },
    addressSearch: { state: "chosen", found: [] },
  });
  await person.send({ ...based(await person.open()), ...typedParts, ...hidden, intent: "stay" });
  expect((await person.stored())["address"]).toEqual({ ...found, detail: "7호" });
});

test("another road typed over a found one takes the found lot and code away", async () => {
  const person = await aPerson();
  await person.send({
    ...based(await person.open()),
    ...typedParts,
    ...hidden,
    "address.road": "다른로 3",
    intent: "stay",
  });

  expect((await person.stored())["address"]).toMatchObject({ road: "다른로 3", jibun: "", bcode: "" });
});

test.each([
  ["", "empty"],
  ["가", "vague"],
  ["없는길 1", "none"],
  ["000101-3000000", "vague"],
])("looking for %o is answered with what to do", async (typed, state) => {
  const person = await aPerson();
  const before = juso.asked.length;
  const shown = await person.answer({ [words]: typed, intent: addressIntent("address") });

  expect(shown.field("address").addressSearch).toMatchObject({ state, found: [] });
  expect(juso.asked.length - before).toBe(state === "none" ? 1 : 0);
});

test("the Enter key looks newly typed words up once, and otherwise saves and goes on", async () => {
  const person = await aPerson();
  const searched = await person.answer({ [words]: "가상로 12", [asked]: "", intent: "enter" });
  expect(searched.field("address").addressSearch).toMatchObject({ state: "found" });

  const before = await person.open();
  const all = { ...based(before), ...typedParts, [words]: "가상로 12", [asked]: "가상로 12", intent: "enter" };
  await person.send(all);
  expect((await person.stored())["address"]).toMatchObject({ road: found.road, detail: "7호" });
});

test("an account that searches without end is told to wait", async () => {
  const person = await aPerson();
  const search = () => person.answer({ [words]: "가상로 12", intent: addressIntent("address") });
  for (let each = 0; each < 30; each += 1) await search();

  expect((await search()).field("address").addressSearch).toMatchObject({ state: "often" });
});

test("a button's address that is none is an ordinary save", async () => {
  const person = await aPerson();
  const sent = { ...based(await person.open()), ...typedParts };
  await person.send({ ...sent, intent: 'address.choose.address.{"zonecode":1}' });

  expect((await person.stored())["address"]).toMatchObject({ zonecode: found.zonecode, detail: "7호", bcode: "" });
});

test("a search in a submitted application submits nothing again", async () => {
  const cohort = await anOpenCohort(db, { now });
  const { applicationId, applicant } = await aSubmittedApplication(db, { cohort, now });
  const cookie = await cookieFor(applicant.accountId);
  const inSection = cohort.definition.form.sections.find(({ fields }) => fields.some(({ id }) => id === "address"))!;
  const params = { applicationId, sectionId: inSection.id };
  const path = paths.my.section(applicationId, inSection.id);
  const opened = based(await section(route(get(path, { cookie }), params)));
  const fields = { ...opened, [words]: "가상로 12", intent: addressIntent("address") };
  const before = await getApplication(db, applicationId);

  await save(route(post(path, fields, { cookie }), params));
  expect(await getApplication(db, applicationId)).toEqual(before);
});
