import { describe, expect, test } from "vitest";
import { planDefinitionChange, type DefinitionInUse } from "#app/domain/cohort/plan-definition-change.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { aDefinition, factoryNow } from "#tests/factories/cohort.ts";

type Draft<Value> = Value extends object ? { -readonly [Key in keyof Value]: Draft<Value[Key]> } : Value;

const definition = aDefinition();
const waiting: DefinitionInUse = {
  phase: "open",
  definition,
  stages: [
    { stageKey: "document", status: "waiting" },
    { stageKey: "interview", status: "waiting" },
  ],
  chosenTracks: ["game"],
};
const begun: DefinitionInUse = {
  ...waiting,
  phase: "in_review",
  stages: [
    { stageKey: "document", status: "open" },
    { stageKey: "interview", status: "waiting" },
  ],
};

function plan(inUse: DefinitionInUse, change: (draft: Draft<ProgrammeDefinition>) => void, now = factoryNow) {
  const draft = structuredClone(definition) as Draft<ProgrammeDefinition>;
  change(draft);
  const planned = planDefinitionChange(inUse, JSON.stringify(draft), now);
  return planned.ok ? "planned" : planned.refusal.map(({ path }) => path);
}

const stageOf = (draft: Draft<ProgrammeDefinition>, key: string) => draft.stages.find(({ id }) => id === key)!;
const criterionOf = (draft: Draft<ProgrammeDefinition>, key: string) => stageOf(draft, key).rubric.criteria[0]!;
const eventOf = (draft: Draft<ProgrammeDefinition>, name: string) =>
  draft.calendar.events.find(({ key }) => key === name)!;

describe("a change of the rules in use", () => {
  test("of a text is planned and listed", () => {
    expect(plan(waiting, (draft) => void (draft.title.ko = "새 제목"))).toBe("planned");
  });

  test("that changes nothing is refused", () => {
    expect(plan(waiting, () => {})).toEqual(["$"]);
  });

  test("never moves the public address", () => {
    expect(plan(waiting, (draft) => void (draft.slug = "another-academy"))).toEqual(["slug"]);
  });

  test("keeps tracks that somebody chose", () => {
    const refused = plan({ ...waiting, chosenTracks: ["game", "gone"] }, (draft) => void (draft.title.ko = "새 제목"));
    expect(refused).toEqual(["tracks[gone]"]);
  });
});

describe("a stage that has begun", () => {
  test("keeps its rule; its title may change, and so may the rule of one that waits", () => {
    expect(plan(begun, (draft) => void (criterionOf(draft, "document").label.ko = "다른 뜻"))).toEqual([
      expect.stringMatching(/^stages\[document\]\.rubric\.criteria/),
    ]);
    expect(plan(begun, (draft) => void (criterionOf(draft, "interview").label.ko = "다른 뜻"))).toBe("planned");
    expect(plan(begun, (draft) => void (stageOf(draft, "document").title.ko = "서류 평가"))).toBe("planned");
  });

  test("stays, in its place", () => {
    const another = { stageKey: "essay", status: "published" } as const;
    const change = (draft: Draft<ProgrammeDefinition>) => void (draft.title.ko = "새 제목");

    expect(plan({ ...begun, stages: [another, ...begun.stages] }, change)).toContain("stages");
  });
});

describe("the application window", () => {
  const end = definition.calendar.events.find(({ key }) => key === "application")!.end!;
  const later = end.replace("T18:", "T19:");
  const path = "calendar.events[application].end";

  test("may be made longer while applications are taken", () => {
    const change = (draft: Draft<ProgrammeDefinition>) => void (eventOf(draft, "application").end = later);
    expect(later).not.toBe(end);
    expect(plan(waiting, change)).toBe("planned");
    expect(plan({ ...waiting, phase: "closed" }, change)).toEqual([path]);
  });

  test("may not end in the past", () => {
    const change = (draft: Draft<ProgrammeDefinition>) => void (eventOf(draft, "application").end = later);
    expect(plan(waiting, change, new Date(later))).toEqual([path]);
  });
});

test("after the selection is approved its rules are final, while texts may still change", () => {
  const confirmed: DefinitionInUse = {
    ...waiting,
    phase: "confirmed",
    stages: waiting.stages.map((stage) => ({ ...stage, status: "published" })),
  };
  const refused = plan(confirmed, (draft) => {
    draft.capacity += 1;
    draft.tracks.find(({ id }) => id === "game")!.capacity += 1;
  });

  expect(refused).toEqual(expect.arrayContaining(["capacity", "tracks[game].capacity"]));
  expect(plan(confirmed, (draft) => void (draft.title.en = "Another title"))).toBe("planned");
});

describe("rules that could never be carried out", () => {
  const capped = (draft: Draft<ProgrammeDefinition>) => void (draft.bonus.maxSelectedByBonusPercent = 30);

  test("may stand in a draft, and cannot come in once applications are taken", () => {
    expect(plan({ ...waiting, phase: "draft" }, capped)).toBe("planned");
    expect(plan(waiting, capped)).toEqual(["bonus.maxSelectedByBonusPercent"]);
  });
});

describe("the rules of the reserve list", () => {
  const confirmed: DefinitionInUse = { ...begun, phase: "confirmed" };

  test("stay once the selection is approved; its dates and hours may move", () => {
    const refused = plan(confirmed, (draft) => {
      draft.reserve.percentOfCapacity = 10;
      draft.reserve.crossTrack.allowed = false;
    });
    expect(refused).toEqual(["reserve.percentOfCapacity", "reserve.crossTrack.allowed"]);
    expect(plan(confirmed, (draft) => void (draft.reserve.promotion.replyHours = 48))).toBe("planned");
  });
});
