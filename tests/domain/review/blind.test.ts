import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { fieldsOf } from "#app/domain/programme/form.ts";
import { blindView, fileLabel, isOpenToReviewers } from "#app/domain/review/blind.ts";
import { coverOwnDetails } from "#app/domain/review/own-details.ts";

const definitions = ["ai-academy", "gcc-academy"].map(
  (name) => JSON.parse(readFileSync(`db/samples/${name}.json`, "utf8")) as ProgrammeDefinition,
);

const answers = {
  name: "가상한",
  nameEn: "GASANG HAN",
  birthDate: "2001-02-03",
  phone: "+821000001234",
  email: "ga@example.invalid",
  address: { road: "가상로 12", jibun: "가상동 1-2", detail: "3호" },
  employment: "none",
  firstChoice: "game",
  q1: "저는 가상한입니다. 010-0000-1234로 연락 주십시오.",
  link: "https://example.invalid/work",
  portfolioUrl: "javascript:alert(1)",
  heardFrom: ["sns"],
};

describe("the blind view", () => {
  test("holds no blind field of either sample, not even its id", () => {
    for (const definition of definitions) {
      const all = Object.fromEntries(fieldsOf(definition).map(({ id }) => [id, "yes"]));
      const view = JSON.stringify(blindView(definition, { ...all, ...answers }));
      for (const { id } of fieldsOf(definition).filter(({ blind }) => blind)) expect(view).not.toContain(`"${id}"`);
    }
  });

  test("shows what is not blind, in the order of the form, with the words of the choices", () => {
    const [, gcc] = definitions as [ProgrammeDefinition, ProgrammeDefinition];
    const view = blindView(gcc, answers);
    expect(view.map(({ id }) => id)).toEqual(["choice", "essay"]);
    expect(view[0]?.fields[0]).toMatchObject({ id: "firstChoice", kind: "choice" });
    expect(view[0]?.fields[0]?.values[0]).toEqual(gcc.tracks.find(({ id }) => id === "game")?.title ?? "game");
  });

  test("opens a link only when it is one", () => {
    const [ai, gcc] = definitions as [ProgrammeDefinition, ProgrammeDefinition];
    const kindOf = (definition: ProgrammeDefinition, id: string) =>
      blindView(definition, answers)
        .flatMap(({ fields }) => fields)
        .find((field) => field.id === id);
    expect(kindOf(ai, "link")).toMatchObject({ kind: "link", warns: true });
    expect(kindOf(gcc, "portfolioUrl")).toMatchObject({ kind: "text", warns: true });
  });

  test("covers the writer's own details in a text", () => {
    const [ai] = definitions as [ProgrammeDefinition];
    const essay = blindView(ai, answers)
      .flatMap(({ fields }) => fields)
      .find(({ id }) => id === "q1");
    expect(essay).toMatchObject({ values: ["저는 ●●●입니다. ●●●로 연락 주십시오."], covered: true });
  });

  test("lets reviewers see the files that are meant for them only", () => {
    const [ai, gcc] = definitions as [ProgrammeDefinition, ProgrammeDefinition];
    expect(isOpenToReviewers(ai, "evidence")).toBe(true);
    expect(isOpenToReviewers(ai, "bonusProof")).toBe(false);
    expect(isOpenToReviewers(gcc, "something")).toBe(false);
    expect(fileLabel(gcc, "bonusProof")).toBeUndefined();
  });
});

describe("covering own details", () => {
  const details = {
    names: ["가상한", "이유"],
    emails: ["ga@example.invalid"],
    phones: ["+821000001234"],
    others: ["2001-02-03"],
  };

  test("finds a name with spaces, a number with any hyphens, an address in any case", () => {
    expect(coverOwnDetails("가 상 한, GA@Example.Invalid", details)).toBe("●●●, ●●●");
    for (const number of ["010-0000-1234", "01000001234", "+82 10 0000 1234", "010.0000.1234"]) {
      expect(coverOwnDetails(number, details)).toBe("●●●");
    }
    expect(coverOwnDetails("생일은 2001-02-03", details)).toBe("생일은 ●●●");
  });

  test("finds a name that a Mac wrote in separate letters", () => {
    expect(coverOwnDetails("가상한".normalize("NFD"), details)).toBe("●●●");
  });

  test("leaves everyday words alone, even when they are somebody's short name", () => {
    expect(coverOwnDetails("그 이유는 (별)입니다.", details)).toBe("그 이유는 (별)입니다.");
  });

  test("takes names with signs of a pattern as they are", () => {
    expect(coverOwnDetails("a.c- x", { ...details, names: ["a.c-"] })).toBe("●●● x");
  });
});
