import "../account/environment.ts";
import { expect, test } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { parseAnswers } from "#app/domain/application/answers.ts";
import { checkDefinition } from "#app/domain/programme/check-definition.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { paths } from "#app/paths.ts";
import { loader as managedPage } from "#app/routes/administrator/cohort/application.tsx";
import { action as saveSection, loader as sectionPage } from "#app/routes/applicant/section.tsx";
import { loader as documentsPage } from "#app/routes/applicant/documents.tsx";
import { loader as submitPage } from "#app/routes/applicant/submit.tsx";
import { loader as deskPage } from "#app/routes/reviewer/review.tsx";
import { db, files } from "#app/runtime.server.ts";
import { submitApplication } from "#app/use-cases/submit-application.ts";
import { uploadFile } from "#app/use-cases/upload-file.ts";
import { getApplication, saveAnswers } from "#db/queries/applications.ts";
import { listSubmissions } from "#db/queries/submissions.ts";
import { anOpenCohort, type SampleName } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { aPdf } from "#tests/factories/files.ts";
import { aCohortBeingScored, must, queueOf } from "#tests/factories/reviewing.ts";
import { answered, get, post, route, targetOf } from "../account/request.ts";

const now = new Date();
const named = (id: string) => ({ ko: `가상 ${id}`, en: `Made-up ${id}` });
const field = (type: string, more: object = {}) => ({
  id: `x-${type}`,
  type,
  label: named(type),
  required: true,
  ...more,
});
const options = ["one", "two"].map((value) => ({ value, label: named(value) }));
const item = (id: string, type: string, more: object = {}) => ({
  id,
  type,
  label: named(id),
  required: false,
  ...more,
});

/** What somebody who knows JSON and nothing else writes: a section, a field of every type, a limit. */
const extra = {
  id: "extra",
  title: named("extra"),
  fields: [
    field("text", { maxLength: 10 }),
    field("textarea", { minLength: 5, maxLength: 20, blindCheck: true }),
    field("date"),
    field("tel", { blind: true, pii: "personal" }),
    field("email", { blind: true, pii: "personal" }),
    field("url"),
    field("number", { min: 1, max: 9 }),
    field("radio", { options }),
    field("select", { options }),
    field("multiselect", { options }),
    field("checkbox"),
    field("address", { blind: true, fields: ["zonecode", "road", "sido"] }),
    field("file", { accept: ["pdf"], maxFiles: 1 }),
    field("link"),
    field("repeat", {
      maxItems: 2,
      items: [
        item("title", "text", { required: true, maxLength: 5 }),
        item("from", "date"),
        item("to", "date", { notBefore: "from" }),
        item("who", "text", { blind: true }),
      ],
    }),
  ],
};

function changed(definition: ProgrammeDefinition): ProgrammeDefinition {
  const json = JSON.parse(JSON.stringify(definition)) as {
    form: { sections: { fields: { id: string; maxLength?: number }[] }[] };
  };
  for (const each of json.form.sections.flatMap(({ fields }) => fields)) if (each.id === "q1") each.maxLength = 210;
  json.form.sections.splice(1, 0, extra);
  expect(checkDefinition(json)).toEqual([]);
  return json as unknown as ProgrammeDefinition;
}

const good = {
  "x-text": "가상의 글",
  "x-textarea": "길지 않은 가상의 글",
  "x-date": "2024. 5. 1.",
  "x-tel": "01000009876",
  "x-email": "secret@people.example",
  "x-url": "https://work.example/",
  "x-number": "7",
  "x-radio": "one",
  "x-select": "two",
  "x-multiselect": "one",
  "x-checkbox": "yes",
  "x-address.sido": "서울특별시",
  "x-address.road": "숨은로 99",
  "x-address.zonecode": "04524",
  "x-link": "talk.example/video",
  "x-repeat.row": "0",
  "x-repeat.0.title": "첫 일",
  "x-repeat.0.from": "2024-01-01",
  "x-repeat.0.to": "2024-02-01",
  "x-repeat.0.who": "숨은사람",
};

async function cookieOfPerson({ accountId }: AccountActor): Promise<string> {
  return (await startSession(accountId)).split(";")[0] ?? "";
}

test.each(["ai-academy", "gcc-academy"] as const)(
  "the form of %s is changed in JSON, and every page and check follows without code",
  async (sample: SampleName) => {
    const cohort = await anOpenCohort(db, { sample, now, edit: changed });
    const { applicationId, applicant, answers } = await aReadyDraft(db, {
      cohort,
      answers: Object.fromEntries(extra.fields.map(({ id }) => [id, undefined] as const)),
    });
    const cookie = await cookieOfPerson(applicant);
    const params = { applicationId, sectionId: "extra" };
    const here = paths.my.section(applicationId, "extra");
    const save = async (fields: Record<string, string>, intent = "next") => {
      const { revision } = await getApplication(db, applicationId);
      return saveSection(route(post(here, { ...fields, revision: String(revision), intent }, { cookie }), params));
    };

    const page = await sectionPage(route(get(here, { cookie }), params));
    expect(page.fields.map(({ type }) => type)).toEqual(extra.fields.map(({ type }) => type));
    expect(page.steps.map(({ label }) => label)).toContain("가상 extra");
    expect(page.fields.find(({ id }) => id === "x-file")?.limits).toContain("PDF");

    const bad = await save({
      ...good,
      "x-text": "열한 글자보다 긴 글입니다",
      "x-number": "10",
      "x-link": "ftp://a",
      "x-repeat.0.to": "2023-01-01",
    });
    for (const problem of ["tooLong?max=10", "tooLarge?max=9", "notALink", "beforeOther"]) {
      expect(answered(bad).text).toContain(problem);
    }
    expect(answered(bad).text).toContain('"id":"x-repeat.0.to"');

    const essay = cohort.definition.form.sections.find(({ fields }) => fields.some(({ id }) => id === "q1"))!.id;
    const written = { q1: "가".repeat(211), revision: String((await getApplication(db, applicationId)).revision) };
    const request = post(paths.my.section(applicationId, essay), { ...written, intent: "next" }, { cookie });
    const tooLong = await saveSection(route(request, { applicationId, sectionId: essay }));
    expect(answered(tooLong).text).toContain("tooLong?max=210&over=1");
    const { revision } = await getApplication(db, applicationId);
    await saveAnswers(db, { id: applicationId, answers, revision, now });

    const more = await save(good, "rows.add.x-repeat.");
    const view = (more as unknown as { data: { view: typeof page } }).data.view;
    expect(view.fields.find(({ id }) => id === "x-repeat")?.rows).toHaveLength(2);
    const rows = { "x-repeat.1.title": "둘째" };
    const body = new URLSearchParams({ ...good, ...rows, intent: "rows.up.x-repeat.1" });
    body.append("x-repeat.row", "1");
    body.append("revision", String((await getApplication(db, applicationId)).revision));
    const moved = new Request(post(here, {}, { cookie }), { method: "POST", body });
    await saveSection(route(moved, params));
    const stored = (await getApplication(db, applicationId)).answers["x-repeat"];
    expect(stored).toMatchObject([{ title: "둘째" }, { title: "첫 일" }]);

    const toFiles = await save(good, "files.x-file");
    expect(targetOf(toFiles)).toBe(`${paths.my.documents(applicationId)}#file-x-file`);
    const documents = await documentsPage(route(get(paths.my.documents(applicationId), { cookie }), { applicationId }));
    expect(documents.documents.map(({ id }) => id)).toContain("x-file");
    const submit = () => submitApplication(db, applicant, { applicationId, arrivedAt: now, now });
    expect(await submit()).toMatchObject({
      refusal: { gaps: [{ kind: "field", fieldId: "x-file", problem: "required" }] },
    });
    const given = { applicationId, documentId: "x-file", files: [{ name: "일.pdf", bytes: aPdf }], store: files };
    must(await uploadFile(db, applicant, { ...given, arrivedAt: now, now }));
    must(await submit());

    const review = await submitPage(route(get(paths.my.submit(applicationId), { cookie }), { applicationId }));
    const section = review.sections.find(({ id }) => id === "extra")!;
    const seen = JSON.stringify(section.seen);
    const hidden = ["010-0000-9876", "secret@people.example", "숨은로 99", "숨은사람"];
    for (const text of ["가상의 글", "https://talk.example/video", "가상 one", "첫 일", "2024. 5. 1."]) {
      expect(seen).toContain(text);
    }
    for (const text of hidden) {
      expect(seen).not.toContain(text);
      expect(JSON.stringify(section.unseen)).toContain(text);
    }
    expect(review.documents.find(({ id }) => id === "x-file")).toMatchObject({ reviewersSee: true, files: ["일.pdf"] });

    const inReview = await aCohortBeingScored(db, { sample, cohort, applications: 1, reviewers: 6 });
    const sheets = await Promise.all(
      inReview.reviewers.map(async (reviewer) =>
        (await queueOf(db, inReview, reviewer)).map(({ reviewId }) => ({ reviewId, reviewer })),
      ),
    );
    const desks = await Promise.all(
      sheets.flat().map(async ({ reviewId, reviewer }) => {
        const reading = await cookieOfPerson(reviewer);
        return deskPage(route(get(paths.review.desk(reviewId), { cookie: reading }), { reviewId }));
      }),
    );
    const desk = desks.find((each) => JSON.stringify(each).includes("talk.example"))!;
    const shown = review.sections
      .filter((each) => each.seen.length > 0)
      .map(({ id, seen: fields }) => ({ id, fields }));
    expect(desk.sections.map(({ id, fields }) => ({ id, fields }))).toEqual(shown);
    for (const text of hidden) expect(JSON.stringify(desk)).not.toContain(text);
    expect(desk.attachments.map(({ label }) => label)).toContain("가상 file");

    const staff = await cookieOfPerson(inReview.administrator);
    const place = { cohortId: cohort.cohortId, applicationId };
    const managed = await managedPage(
      route(get(paths.manage.application(place.cohortId, applicationId), { cookie: staff }), place),
    );
    const everything = JSON.stringify(managed.sections);
    for (const text of [...hidden, "첫 일", "2024. 5. 1.", "가상 two"]) expect(everything).toContain(text);
    expect(managed.files.map(({ document }) => document)).toContain("가상 file");

    const [submission] = await listSubmissions(db, applicationId);
    const sealed = await db
      .selectFrom("applicationSubmission")
      .select("answers")
      .where("id", "=", submission!.id)
      .executeTakeFirstOrThrow();
    const handedIn = parseAnswers(JSON.stringify((JSON.parse(sealed.answers) as { answers: object }).answers));
    expect(handedIn["x-repeat"]).toEqual([{ title: "첫 일", from: "2024-01-01", to: "2024-02-01", who: "숨은사람" }]);
  },
);
