import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Message, ProgrammeEvent } from "#app/domain/message/message.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { Language } from "#app/domain/programme/text.ts";
import { renderMessage, type RenderedMessage } from "#emails/render.ts";

const publicUrl = "https://apply.academy.example";
const languages: readonly Language[] = ["ko", "en"];

function sample(name: string): ProgrammeDefinition {
  return JSON.parse(readFileSync(`db/samples/${name}.json`, "utf8")) as ProgrammeDefinition;
}
const samples = { ai: sample("ai-academy"), gcc: sample("gcc-academy") };

function examplesOf({ variables }: ProgrammeDefinition): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, { example }]) => [name, example]));
}

function programme(event: ProgrammeEvent, changes: Partial<Extract<Message, { kind: "programme" }>> = {}): Message {
  return {
    kind: "programme",
    event,
    definitionId: "d1",
    variables: examplesOf(samples.ai),
    path: "/my/applications/a1",
    ...changes,
  };
}

const variables = examplesOf(samples.ai);
const path = "/my/applications/a1";
const account = { name: "김하늘", path: "/some/link", expiresAt: "2026. 3. 3.(화) 10:00" };
const systemMessages: readonly Message[] = [
  { kind: "verify_email", ...account },
  { kind: "account_exists", name: account.name, path: account.path },
  { kind: "reset_password", ...account },
  { kind: "staff_invitation", ...account, name: "", academy: "시험용 기관", role: "reviewer" },
  { kind: "review_assigned", name: "이가람", cohort: "6기", stage: "서류심사", count: 12, path: "/review" },
  { kind: "application_withdrawn", variables, at: "2026. 4. 14.(화) 17:00:00", path },
  { kind: "extension_given", variables, until: "2026. 4. 15.(수) 18:00:00", reason: "시스템 장애", path },
  { kind: "extension_revoked", variables, path },
  { kind: "seat_lapsed", variables, path },
  { kind: "data_request_answered", variables, path },
  { kind: "seat_cancelled", variables, reason: "제출서류가 지원서와 다릅니다.", path },
  { kind: "reserve_list_ended", variables, path },
  { kind: "result_corrected", variables, reason: "집계 오류를 바로잡았습니다.", path },
];

function expectWhole({ subject, text, html }: RenderedMessage, link: string): void {
  expect(subject).not.toBe("");
  expect(text).toContain(link);
  expect(html).toContain(`href="${link}"`);
  for (const part of [subject, text, html]) {
    expect(part).not.toContain("{{");
    expect(part).not.toContain("undefined");
  }
}

describe.each(languages)("in %s", (language) => {
  test.each(systemMessages)("the portal's own message $kind is whole", async (message) => {
    const rendered = await renderMessage({ message, language, publicUrl });
    expectWhole(rendered, publicUrl + message.path);
    expect(rendered.html).toContain(`lang="${language}"`);
    const words = rendered.subject + rendered.text.split("\n\n--\n")[1];
    expect(/[가-힣]/.test(words.replace(/시험용 기관|AI사관학교|\d기|서류심사/g, ""))).toBe(language === "ko");
  });

  test.each(Object.keys(samples) as (keyof typeof samples)[])(
    "every message of the sample %s is whole",
    async (name) => {
      const definition = samples[name];
      for (const { event } of definition.notifications) {
        const message = programme(event, { variables: examplesOf(definition) });
        const rendered = await renderMessage({ message, language, definition, publicUrl });
        expectWhole(rendered, publicUrl + message.path);
        expect(rendered.sms).not.toContain("{{");
        expect(rendered.sms).not.toBe("");
      }
    },
  );
});

test("a variable without a value stops the message and names itself", async () => {
  const { applicationNo: _, ...rest } = examplesOf(samples.ai);
  const message = programme("submission_receipt", { variables: rest });
  await expect(renderMessage({ message, language: "ko", definition: samples.ai, publicUrl })).rejects.toThrow(
    "applicationNo",
  );
});

test("names that objects have anyway are no values", async () => {
  const notifications = samples.ai.notifications.map((each) => ({ ...each, subject: { ko: "{{toString}}", en: "" } }));
  const definition = { ...samples.ai, notifications };
  await expect(
    renderMessage({ message: programme("selected"), language: "ko", definition, publicUrl }),
  ).rejects.toThrow("toString");
});

test("a message that the definition has no text for is refused by name", async () => {
  const definition = { ...samples.ai, notifications: [] };
  await expect(
    renderMessage({ message: programme("selected"), language: "ko", definition, publicUrl }),
  ).rejects.toThrow("selected");
});

test("what a person typed is escaped, and can make no line, list or place of its own", async () => {
  const name = '<b>하늘</b>\n\n○ 가짜 항목\n"{{applicationNo}}"';
  const message = programme("selected", { variables: { ...examplesOf(samples.ai), applicantName: name } });
  const { html, text } = await renderMessage({ message, language: "ko", definition: samples.ai, publicUrl });
  expect(html).not.toContain("<b>");
  expect(html).toContain("&lt;b&gt;하늘&lt;/b&gt;");
  expect(text.split("\n")[0]).toContain('<b>하늘</b> ○ 가짜 항목 "{{applicationNo}}"');
});

test("lists of the body become lists", async () => {
  const message = programme("submission_receipt");
  const { html, text } = await renderMessage({ message, language: "ko", definition: samples.ai, publicUrl });
  expect(html.match(/<li[ >]/g)).toHaveLength(3);
  expect(html).toContain("접수번호: AI06-00123</li>");
  expect(text).toContain("○ 접수번호: AI06-00123\n○ 접수일시: ");
});

test.each([
  ["ko", "면접심사 점수가 과락 기준 40점에 미치지 못했습니다.", "한정된"],
  ["en", "Your interview score was below the minimum of 40.", "places are limited"],
] as const)(
  "below a minimum the reason stands after the greeting, and nothing untrue (%s)",
  async (language, reason, untrue) => {
    for (const event of ["stage_not_passed", "not_selected"] as const) {
      const input = { language, definition: samples.ai, publicUrl };
      const plain = await renderMessage({ ...input, message: programme(event) });
      const explained = await renderMessage({ ...input, message: programme(event, { extra: [reason] }) });

      expect(plain.text.toLowerCase()).toContain(untrue);
      expect(explained.text.split("\n\n")[1]).toBe(reason);
      for (const part of [explained.text, explained.html]) expect(part.toLowerCase()).not.toContain(untrue);
    }
  },
);

test("a lapse is not called a decline", async () => {
  const message: Message = { kind: "seat_lapsed", variables, path };
  const { text } = await renderMessage({ message, language: "en", publicUrl });
  expect(text).not.toMatch(/declin/i);
  expect((await renderMessage({ message, language: "ko", publicUrl })).text).not.toContain("포기");
});
