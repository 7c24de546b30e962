import { expect, test } from "vitest";
import { definitionChanges, touchesSelection } from "#app/domain/cohort/definition-changes.ts";
import { aDefinition } from "#tests/factories/cohort.ts";

const definition = aDefinition();
const [first, ...others] = definition.tracks;

test("the same definition has no changes, whatever the order of its keys", () => {
  const turned = Object.fromEntries(Object.entries(definition).toReversed()) as typeof definition;
  expect(definitionChanges(definition, turned)).toEqual([]);
});

test("members are compared by their name: a new first track is one change", () => {
  const added = { ...first!, id: "brand-new" };
  const changes = definitionChanges(definition, { ...definition, tracks: [added, ...definition.tracks] });
  expect(changes.map(({ path }) => path)).toEqual(["tracks[brand-new]"]);
  expect(changes[0]).not.toHaveProperty("before");
});

test("a moved member says the order before and after", () => {
  const changes = definitionChanges(definition, { ...definition, tracks: [...others, first!] });
  expect(changes).toHaveLength(1);
  expect(changes[0]?.path).toBe("tracks");
  expect(changes[0]?.before?.startsWith(first!.id)).toBe(true);
});

test("a value says what it was and what it becomes; only rules of selection are frozen later", () => {
  const ranking = { ...definition.ranking, minimumTotal: 61.5 };
  const [change] = definitionChanges(definition, { ...definition, ranking });
  expect(change).toEqual({ path: "ranking.minimumTotal", before: "60", after: "61.5" });
  expect([touchesSelection(change!), touchesSelection({ path: "calendar.events[start].start" })]).toEqual([
    true,
    false,
  ]);
});
