import { describe, expect, test } from "vitest";
import type { Message } from "#app/domain/message/message.ts";
import { messageEvents } from "#app/domain/programme/notifications.ts";
import { cohortVariables, programmeMessage, trackTitle } from "#app/use-cases/programme-message.ts";
import { aDefinition, type SampleName } from "#tests/factories/cohort.ts";

const gcc = aDefinition();
const person = {
  name: "가상인",
  applicationNumber: "GCC02-00012",
  firstChoice: "game",
  secondChoice: "webtoon",
  createdAt: "2026-11-20T03:00:00.000Z",
  submittedAt: "2026-11-24T08:59:59.999Z",
};
const base = { definition: gcc, definitionId: "d1", path: "/my", person } as const;

function variablesOf(message: Message): Readonly<Record<string, string>> {
  return message.kind === "programme" ? message.variables : {};
}

describe("a message of the definition", () => {
  test("carries its event, the version whose text it is, its link and what makes it true", () => {
    const message = programmeMessage({ ...base, event: "not_selected", language: "ko", extra: ["과락입니다."] });

    expect(message).toMatchObject({
      kind: "programme",
      event: "not_selected",
      definitionId: "d1",
      path: "/my",
      extra: ["과락입니다."],
    });
    expect(programmeMessage({ ...base, event: "selected", language: "ko", extra: [] })).not.toHaveProperty("extra");
  });

  test("names the person, the number and the tracks in the reader's language", () => {
    const korean = variablesOf(programmeMessage({ ...base, event: "submission_receipt", language: "ko" }));
    const english = variablesOf(programmeMessage({ ...base, event: "submission_receipt", language: "en" }));

    expect(korean).toMatchObject({ applicantName: "가상인", applicationNo: "GCC02-00012" });
    expect(korean["trackName"]).toBe(gcc.tracks.find(({ id }) => id === "game")!.title.ko);
    expect(english["secondTrackName"]).toBe(gcc.tracks.find(({ id }) => id === "webtoon")!.title.en);
    expect(english["programmeTitle"]).toBe(gcc.title.en);
  });

  test("tells times as Seoul's clock shows them", () => {
    const { submittedAt } = variablesOf(programmeMessage({ ...base, event: "submission_receipt", language: "ko" }));

    expect(submittedAt).toContain("2026");
    expect(submittedAt).toMatch(/17:59|5:59/);
  });

  test("leaves out what the person does not have yet, and lets the act say what it alone knows", () => {
    const draft = { ...person, applicationNumber: null, submittedAt: null, secondChoice: null };
    const values = { trackName: "다른 분야", reserveNo: "3" };
    const message = programmeMessage({ ...base, event: "reserve", language: "ko", person: draft, values });

    expect(variablesOf(message)).toMatchObject({ trackName: "다른 분야", reserveNo: "3", secondTrackName: "" });
    expect(variablesOf(message)).not.toHaveProperty("applicationNo");
    expect(variablesOf(message)).not.toHaveProperty("submittedAt");
  });

  test("gives the same variables to messages of the portal's own", () => {
    const message = programmeMessage({ ...base, event: "selected", language: "en" });
    expect(cohortVariables(gcc, "en", person)).toEqual(variablesOf(message));
  });

  test("has no title for a track that is not there", () => {
    expect(trackTitle(gcc, "gone", "ko")).toBe("");
    expect(trackTitle(gcc, null, "en")).toBe("");
  });
});

/** What only an act, or the sending, can know. */
const ofTheAct = ["portalUrl", "declinedAt"];

describe.each<SampleName>(["ai-academy", "gcc-academy"])("the messages of %s", (sample) => {
  const definition = aDefinition({ sample });

  test.each([
    "application_received",
    "submission_receipt",
    "deadline_reminder",
    "confirm_reminder",
    "confirmed",
    "declined",
  ] as const)("%s needs nothing that is not given", (event) => {
    for (const language of ["ko", "en"] as const) {
      const given = variablesOf(programmeMessage({ ...base, definition, event, language }));
      const notification = definition.notifications.find((each) => each.event === event);
      const written = [notification?.subject[language], notification?.body[language], notification?.sms[language]];
      const places = [...written.join(" ").matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, name = ""]) => name);

      expect(places.filter((name) => given[name] === undefined && !ofTheAct.includes(name))).toEqual([]);
    }
  });

  test("are of kinds that the portal knows", () => {
    expect(
      definition.notifications.map(({ event }) => event).filter((event) => !messageEvents.includes(event)),
    ).toEqual([]);
  });
});
