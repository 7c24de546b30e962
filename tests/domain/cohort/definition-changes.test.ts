import { describe, expect, test } from "vitest";
import { definitionChanges, touchesSelection } from "#app/domain/cohort/definition-changes.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { aDefinition } from "#tests/factories/cohort.ts";

type Draft<Value> = Value extends object ? { -readonly [Key in keyof Value]: Draft<Value[Key]> } : Value;

const original = aDefinition();

function changesAfter(change: (draft: Draft<ProgrammeDefinition>) => void) {
  const draft = structuredClone(original) as Draft<ProgrammeDefinition>;
  change(draft);
  return definitionChanges(original, draft as ProgrammeDefinition);
}

describe("where two versions differ", () => {
  test("is nowhere when they are the same", () => {
    expect(changesAfter(() => {})).toEqual([]);
  });

  test("is said with the names of the members, before and after", () => {
    const changes = changesAfter((draft) => {
      draft.tracks.find(({ id }) => id === "game")!.capacity = 41;
    });

    expect(changes).toEqual([{ path: "tracks[game].capacity", before: "40", after: "41" }]);
  });

  test("does not spread over the list when its first member is taken out", () => {
    const [first] = original.tracks;

    const changes = changesAfter((draft) => void draft.tracks.shift());

    expect(changes.map(({ path }) => path)).toEqual([`tracks[${first!.id}]`]);
    expect(changes[0]).not.toHaveProperty("after");
  });

  test("names a new member, and a new order", () => {
    const changes = changesAfter((draft) => {
      draft.tracks.reverse();
      draft.tracks.push({ ...draft.tracks[0]!, id: "sound" });
    });

    expect(changes.map(({ path }) => path)).toEqual(["tracks[sound]", "tracks"]);
    expect(changes[1]?.after?.startsWith("webtoon, animation")).toBe(true);
  });
});

test("rules that a selection uses are told from dates and texts", () => {
  const touches = (path: string) => touchesSelection({ path });

  expect(["tracks[game].capacity", "ranking.tieBreakers[bonus]", "capacity"].map(touches)).toEqual([true, true, true]);
  expect(["calendar.events[appeal].end", "title.ko", "notifications[selected].body.ko"].map(touches)).toEqual([
    false,
    false,
    false,
  ]);
});
