import { expect, type Page } from "@playwright/test";
import type { Answers } from "#app/domain/application/answers.ts";
import type { FormField, ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { documentsAsked } from "#app/domain/programme/documents.ts";
import { optionsOf } from "#app/domain/programme/form.ts";
import type { Upload } from "./hand-in-files.ts";

type Review = {
  readonly definition: ProgrammeDefinition;
  readonly language: "ko" | "en";
  readonly answers: Answers;
  readonly files: Readonly<Record<string, readonly Upload[]>>;
};

const headings = {
  ko: { seen: "평가위원에게 보이는 내용", unseen: "평가위원에게 보이지 않는 내용" },
  en: { seen: "Reviewers will see", unseen: "Reviewers will not see" },
} as const;

const noFile = { ko: "파일 없음", en: "No file" } as const;

type Shown = Readonly<Record<string, readonly (readonly [label: string, value: string])[]>>;

/** Everything handed in stands on the page once, on the side where the definition's blind rule puts it. */
export async function checkReview(page: Page, { definition, language, answers, files }: Review): Promise<void> {
  const { seen, unseen } = headings[language];
  const cards = new Map(await shownCards(page));
  for (const { title, fields } of definition.form.sections) {
    const isBlind = ({ blind, statisticsOnly }: FormField) => blind === true || statisticsOnly === true;
    const lines = (which: readonly FormField[]) =>
      which
        .filter(({ id }) => answers[id] !== undefined)
        .map((field) => [field.label[language], valueOf(definition, { field, answers, language })]);
    const card = cards.get(title[language]) ?? {};
    expect(card[seen] ?? [], `${title.ko}: seen`).toEqual(lines(fields.filter((field) => !isBlind(field))));
    expect(card[unseen] ?? [], `${title.ko}: unseen`).toEqual(lines(fields.filter(isBlind)));
  }

  const documents = cards.get({ ko: "첨부서류", en: "Documents" }[language]) ?? {};
  const asked = documentsAsked(definition, answers).map(({ id, label, visibleTo }) => ({
    isOpen: visibleTo.includes("evaluator"),
    line: [label[language], (files[id] ?? []).map(({ name }) => name.normalize("NFC")).join(", ") || noFile[language]],
  }));
  expect(documents[seen] ?? []).toEqual(asked.filter(({ isOpen }) => isOpen).map(({ line }) => line));
  expect(documents[unseen] ?? []).toEqual(asked.filter(({ isOpen }) => !isOpen).map(({ line }) => line));

  const read = [...cards.values()].flatMap((card) => card[seen] ?? []).map(([, value]) => value);
  for (const own of [answers.name, answers.email, answers.phone, answers.emergencyPhone]) {
    expect(read.join("\n")).not.toContain(String(own));
  }
}

async function shownCards(page: Page): Promise<readonly (readonly [title: string, shown: Shown])[]> {
  return page.locator("main section:has(> .section__header > h3)").evaluateAll((cards) =>
    cards.map((card) => {
      const shown: Record<string, [string, string][]> = {};
      let heading = "";
      for (const part of card.children) {
        if (part.tagName === "H4") heading = part.textContent ?? "";
        if (part.tagName !== "DL") continue;
        shown[heading] = [...part.children].map((pair) => [
          pair.querySelector("dt")?.textContent ?? "",
          [...(pair.querySelector("dd")?.children ?? [])].map(({ textContent }) => textContent).join(", ") ||
            (pair.querySelector("dd")?.textContent ?? ""),
        ]);
      }
      return [card.querySelector("h3")?.textContent ?? "", shown] as const;
    }),
  );
}

function valueOf(
  definition: ProgrammeDefinition,
  { field, answers, language }: { readonly field: FormField } & Pick<Review, "answers" | "language">,
): unknown {
  const answer = answers[field.id];
  if (field.type === "checkbox") return { ko: "예", en: "Yes" }[language];
  if (field.type === "date" || field.type === "address") return expect.stringMatching(/\d/) as unknown;
  const options = optionsOf(definition, field);
  const texts = [answer].flat().map(String);
  const words = texts.map((text) => options.find(({ value }) => value === text)?.label[language] ?? text).join(", ");
  const isBlind = field.blind === true || field.statisticsOnly === true;
  return isBlind ? words : words.replaceAll(String(answers.name), "●●●");
}
