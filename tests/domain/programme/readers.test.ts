import { describe, expect, test } from "vitest";
import { findEvent, windowOf } from "#app/domain/programme/calendar.ts";
import { bonusField, choiceFields } from "#app/domain/programme/choices.ts";
import { bytesInCp949, outsideCp949 } from "#app/domain/programme/cp949.ts";
import { documentById, documentsDue, isDocumentRequired } from "#app/domain/programme/documents.ts";
import { fieldById, fieldsOf, optionsOf } from "#app/domain/programme/form.ts";
import { formatNumber } from "#app/domain/programme/numbering.ts";
import { tieBreakerKey } from "#app/domain/programme/ranking.ts";
import { isConsentShown, isShown } from "#app/domain/programme/shown.ts";
import {
  criteriaOf,
  isImported,
  isPerTrackPanel,
  nextStage,
  panelSize,
  stageByKey,
  stagesInOrder,
} from "#app/domain/programme/stage.ts";
import { text } from "#app/domain/programme/text.ts";
import { sampleDefinition } from "./broken-copy.ts";

const ai = sampleDefinition("ai");
const gcc = sampleDefinition("gcc");

describe("texts and calendar", () => {
  test("a text is given in the language asked for", () => {
    expect(text({ ko: "가", en: "a" }, "en")).toBe("a");
    expect(text({ ko: "가", en: "" }, "en")).toBe("가");
    expect(text("plain", "ko")).toBe("plain");
    expect(text(undefined, "ko")).toBe("");
  });

  test("an event is a window, or an instant", () => {
    expect(windowOf(ai, "application").end.toISOString()).toBe("2025-04-14T09:00:00.000Z");
    expect(windowOf(ai, "finalResult").end).toEqual(windowOf(ai, "finalResult").start);
    expect(findEvent(ai, "picnic")).toBeUndefined();
    expect(() => windowOf(ai, "picnic")).toThrow(/picnic/);
  });
});

describe("stages", () => {
  test("they come in order, whatever the order of the list", () => {
    const mixed = { stages: [...ai.stages].reverse() };

    expect(stagesInOrder(mixed).map(({ id }) => id)).toEqual(["document", "precourse", "test", "interview"]);
    expect(nextStage(mixed, "test")?.id).toBe("interview");
    expect(nextStage(mixed, "interview")).toBeUndefined();
    expect(nextStage(mixed, "essay")).toBeUndefined();
  });

  test("panels and imports", () => {
    expect([panelSize(ai, "document"), panelSize(ai, "interview"), panelSize(ai, "test")]).toEqual([3, 5, 0]);
    expect([isPerTrackPanel(ai, "document"), isPerTrackPanel(gcc, "document")]).toEqual([false, true]);
    expect(panelSize(ai, "constructor")).toBe(0);
    expect(ai.stages.map(isImported)).toEqual([false, true, true, false]);
    expect(criteriaOf(stageByKey(ai, "test")!).map(({ id }) => id)).toEqual(["coding", "logic"]);
  });
});

describe("the form", () => {
  test("fields, choices and options", () => {
    expect(fieldsOf(ai)).toHaveLength(32);
    expect(fieldsOf(gcc)).toHaveLength(33);
    expect(choiceFields(ai).map(({ id }) => id)).toEqual(["firstChoice", "secondChoice"]);
    expect(bonusField(ai)?.id).toBe("bonusClaims");
    expect(optionsOf(ai, fieldById(ai, "firstChoice")!)[0]).toEqual({ value: "modeling", label: ai.tracks[0]!.title });
    expect(optionsOf(ai, fieldById(ai, "bonusClaims")!).map(({ value }) => value)).toContain("veteran");
    expect(optionsOf(ai, fieldById(ai, "gender")!)).toHaveLength(3);
    expect(optionsOf(ai, fieldById(ai, "name")!)).toEqual([]);
  });

  test("a field with a condition is shown for one of its answers, chosen alone or among others", () => {
    const note = fieldById(ai, "employmentNote")!;
    const since = fieldById(ai, "residentSince")!;

    expect(isShown(note, {})).toBe(false);
    expect(isShown(note, { employment: "unemployed" })).toBe(false);
    expect(isShown(note, { employment: "employed" })).toBe(true);
    expect(isShown(since, { bonusClaims: ["veteran", "local_resident"] })).toBe(true);
    expect(isShown(since, { bonusClaims: ["veteran"] })).toBe(false);
    expect(isShown({ showIf: { a: ["1"], b: ["1"] } }, { a: "1", b: "2" })).toBe(false);
    expect(isShown({ showIf: { toString: ["1"] } }, {})).toBe(false);
    expect(isShown(fieldById(ai, "name")!, {})).toBe(true);
  });

  test("a consent with a condition is shown once one of its lines holds", () => {
    const sensitive = ai.consents.find(({ id }) => id === "sensitive")!;

    expect(isConsentShown(sensitive, { accommodation: "  ", bonusClaims: ["veteran"] })).toBe(false);
    expect(isConsentShown(sensitive, { accommodation: "휠체어" })).toBe(true);
    expect(isConsentShown(sensitive, { bonusClaims: ["disabled"] })).toBe(true);
    expect(isConsentShown(ai.consents[0]!, {})).toBe(true);
  });

  test("documents are due with the application or after selection, some only if claimed", () => {
    const proof = documentById(ai, "bonusProof")!;

    expect(documentsDue(ai, "application").map(({ id }) => id)).toEqual(["evidence", "bonusProof"]);
    expect(documentsDue(ai, "after_selection")).toHaveLength(5);
    expect(isDocumentRequired(proof, { bonusClaims: [] })).toBe(false);
    expect(isDocumentRequired(proof, { bonusClaims: ["veteran"] })).toBe(true);
    expect(isDocumentRequired(documentById(gcc, "portfolio")!, {})).toBe(true);
  });
});

describe("numbers, keys and bytes", () => {
  test("numbers follow their pattern", () => {
    expect(formatNumber("AI06-{seq:5}", { seq: 123 })).toBe("AI06-00123");
    expect(formatNumber("{seq:2}", { seq: 123 })).toBe("123");
    expect(formatNumber("{trackCode}-{random:3}", { trackCode: "XD", random: 1_000_007 })).toBe("XD-007");
    expect(formatNumber("{year}-{seq:4}", { year: 2026, seq: 1 })).toBe("2026-0001");
    expect(() => formatNumber("{seq:4}", {})).toThrow(/\{seq:4\}/);
  });

  test("a tie-breaker says what it compares", () => {
    expect(tieBreakerKey("stage:interview")).toEqual({ kind: "stage", stageId: "interview" });
    expect(tieBreakerKey("criterion:interview.will")).toEqual({
      kind: "criterion",
      stageId: "interview",
      criterionId: "will",
    });
    expect(tieBreakerKey("bonusClaim:veteran")).toEqual({ kind: "bonusClaim", itemId: "veteran" });
    expect(tieBreakerKey("lottery")).toEqual({ kind: "lottery" });
    expect(["criterion:will", "stage:a.b", "stage:", "name", ""].map(tieBreakerKey)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("text messages count two bytes for Korean, and know what cannot be sent", () => {
    expect(bytesInCp949("AI사관학교 6기")).toBe(14);
    expect(outsideCp949("뷁힣○☎※‘’“”~ abc")).toEqual([]);
    expect(outsideCp949("é—🎉—")).toEqual(["é", "—", "🎉"]);
  });
});
