import "../account/environment.ts";
import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { FormField } from "#app/routes/applicant/form-field.tsx";
import { action as save, loader as section } from "#app/routes/applicant/section.tsx";
import { hiddenFields, itemKey } from "#app/routes/applicant/use-shown-fields.ts";
import { db } from "#app/runtime.server.ts";
import { anOpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { render, tagsOf, textOf } from "#tests/components/render.tsx";
import { answered, get, post, route } from "../account/request.ts";
import { based, cookieFor } from "./a-draft.ts";

const named = (id: string) => ({ ko: `가상 ${id}`, en: `Made-up ${id}` });
const options = ["yes", "no"].map((value) => ({ value, label: named(value) }));
const item = (id: string, more: object = {}) => ({ id, type: "text", label: named(id), required: false, ...more });
const base = { required: false };

/** Whether there was work is asked on an earlier page and on this one; a row asks some things only then. */
const sections = [
  {
    id: "before",
    title: named("before"),
    fields: [{ ...base, id: "paid", type: "radio", label: named("paid"), options }],
  },
  {
    id: "extra",
    title: named("extra"),
    fields: [
      { ...base, id: "led", type: "radio", label: named("led"), options },
      {
        ...base,
        id: "works",
        type: "repeat",
        label: named("works"),
        items: [item("title"), item("team", { showIf: { led: ["yes"] } }), item("pay", { showIf: { paid: ["yes"] } })],
      },
      { ...base, id: "motive", type: "textarea", label: named("motive"), maxLength: 5, countSpaces: false },
    ],
  },
];

async function aPage() {
  const edit = (definition: ProgrammeDefinition) => {
    const json = JSON.parse(JSON.stringify(definition)) as { form: { sections: object[] } };
    json.form.sections.splice(1, 0, ...sections);
    return json as unknown as ProgrammeDefinition;
  };
  const cohort = await anOpenCohort(db, { now: new Date(), edit });
  const ids = ["paid", "led", "works", "motive"].map((id) => [id, undefined] as const);
  const { applicationId, applicant } = await aReadyDraft(db, { cohort, answers: Object.fromEntries(ids) });
  const cookie = await cookieFor(applicant.accountId);
  const open = (sectionId: string) =>
    section(route(get(paths.my.section(applicationId, sectionId), { cookie }), { applicationId, sectionId }));
  const send = async (sectionId: string, fields: Record<string, string>) =>
    save(
      route(
        post(paths.my.section(applicationId, sectionId), { ...based(await open(sectionId)), ...fields }, { cookie }),
        { applicationId, sectionId },
      ),
    );
  return { open, send };
}

test("an item of a row hides like any question, by answers of this page and of earlier ones", async () => {
  const { open, send } = await aPage();
  const before = await open("extra");
  expect(hiddenFields(before.fields, before.others)).toEqual(new Set(["works.team", "works.pay"]));
  expect(hiddenFields(before.fields, { ...before.others, led: ["yes"] })).toEqual(new Set(["works.pay"]));

  await send("before", { paid: "yes", intent: "stay" });
  const after = await open("extra");
  expect(hiddenFields(after.fields, after.others)).toEqual(new Set(["works.team"]));
});

test("a hidden item is hidden in every row; before scripts run every item is on the page", async () => {
  const { open } = await aPage();
  const works = (await open("extra")).fields.find(({ id }) => id === "works")!;
  const field = { ...works, rows: [works.blankRow, works.blankRow] };
  const hiddenIn = (html: string) =>
    tagsOf(html).filter(({ name, attributes }) => name === "div" && "hidden" in attributes);

  expect(hiddenIn(render(<FormField field={field} hidden={new Set([itemKey("works", "team")])} />))).toHaveLength(2);
  expect(hiddenIn(render(<FormField field={field} />))).toEqual([]);
});

test("a text that is counted without spaces says so on its page, and is judged so", async () => {
  const { open, send } = await aPage();
  const field = (await open("extra")).fields.find(({ id }) => id === "motive")!;
  expect(textOf(render(<FormField field={field} />))).toContain("0 / 5자 (공백 제외)");
  expect(field.limits).toBe("5자 이하(공백 제외)");

  const tooLong = answered(await send("extra", { motive: "가 나 다 라 마 바", intent: "next" }));
  expect(tooLong.text).toContain("tooLongWithoutSpaces?max=5&over=1");
  expect(answered(await send("extra", { motive: "가 나 다 라 마", intent: "next" })).text ?? "").not.toContain(
    "tooLong",
  );
});
