import { expect, test } from "vitest";
import { checkDefinition } from "#app/domain/programme/check-definition.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { groupTags } from "#app/domain/selection/group-tags.ts";
import { ruleFromDefinition } from "#app/domain/selection/rule-from-definition.ts";
import { readSample } from "#tests/domain/programme/broken-copy.ts";

const label = { ko: "집단", en: "Group" };
const residents = { region: "gwangju", basisField: "address" };
const carers = { bonusItem: "care_leaver" };

/** The AI sample matched by deferred acceptance, its residents' share replaced by these quotas. */
function withQuotas(quotas: readonly unknown[]): ProgrammeDefinition {
  const json = readSample("ai") as { quotas: unknown; choices: { assignment: string } };
  json.choices.assignment = "deferred_acceptance";
  json.quotas = quotas;
  return json as unknown as ProgrammeDefinition;
}

function choicesOf(quotas: readonly unknown[]) {
  const definition = withQuotas(quotas);
  expect(checkDefinition(definition)).toEqual([]);
  const rule = ruleFromDefinition(definition);
  return rule.ok ? rule.value.tracks.map(({ choice }) => choice ?? null) : rule.refusal;
}

test("seats guaranteed to a group become a guarantee in their track only", () => {
  const quota = { id: "locals", type: "guaranteed_seats", track: "service", label, members: residents, seats: 60 };
  expect(choicesOf([quota])).toEqual([
    null,
    { kind: "guarantee", seats: 120, guaranteed: [{ group: "locals", seats: 60 }] },
    null,
  ]);
});

test("minima and maxima of a track's groups become nested bounds", () => {
  const bounds = { type: "group_bounds", track: "platform", label };
  const quotas = [
    { ...bounds, id: "locals", members: residents, min: 40, max: null },
    { ...bounds, id: "carers", members: carers, min: 0, max: 5 },
  ];
  expect(choicesOf(quotas)).toEqual([
    null,
    null,
    {
      kind: "nested_bounds",
      seats: 90,
      bounds: [
        { group: "locals", min: 40, max: null },
        { group: "carers", min: 0, max: 5 },
      ],
    },
  ]);
});

test("set-asides leave the rest of the track open, and guaranteed seats beside them are among the open ones", () => {
  const quotas = [
    {
      id: "carers",
      type: "set_aside",
      track: "modeling",
      label,
      members: carers,
      seats: 10,
      guaranteed: [{ id: "local-carers", label, members: residents, seats: 2 }],
      unfilled: "dereserve",
    },
    { id: "locals", type: "guaranteed_seats", track: "modeling", label, members: residents, seats: 30 },
  ];
  expect(choicesOf(quotas)).toEqual([
    {
      kind: "set_aside",
      open: { seats: 110, guaranteed: [{ group: "locals", seats: 30 }] },
      categories: [{ group: "carers", seats: 10, guaranteed: [{ group: "local-carers", seats: 2 }] }],
      unfilled: "dereserve",
    },
    null,
    null,
  ]);
});

test("blocks keep their public order, and an over-admitted seat is open at the end", () => {
  const blocks = [
    { id: "first", label, seats: 30, members: residents },
    { id: "open", label, seats: 60, members: null, prefer: carers },
  ];
  const quota = { id: "order", type: "seat_blocks", track: "platform", blocks, unfilled: "open" };
  expect(choicesOf([quota])).toEqual([
    null,
    null,
    {
      kind: "seat_blocks",
      blocks: [
        { id: "first", seats: 30, group: "first" },
        { id: "open", seats: 60, group: null, prefer: "open-prefer" },
      ],
      unfilled: "open",
    },
  ]);
  const over = {
    ...withQuotas([quota]),
    overAdmission: { allowed: true, maxPercent: 15, needs: "committee_decision" },
  };
  const rule = ruleFromDefinition(over as ProgrammeDefinition, { platform: 3 });
  expect(rule.ok && rule.value.tracks[2]).toMatchObject({
    seats: 93,
    choice: { blocks: [{}, {}, { id: "over-admission", seats: 3, group: null }] },
  });
});

test.each<readonly [string, readonly unknown[], string]>([
  ["a track that does not exist", [{ track: "opera" }], "quotas[0].track"],
  ["no track beside several", [{ track: undefined }], "quotas[0].track"],
  ["more seats than the track has", [{ seats: 121 }], "quotas[0].seats"],
  ["a region nobody defined", [{ members: { region: "atlantis", basisField: "address" } }], "quotas[0].members.region"],
  ["a bonus nobody gives", [{ members: { bonusItem: "luck" } }], "quotas[0].members.bonusItem"],
  [
    "an address field that is none",
    [{ members: { region: "gwangju", basisField: "phone" } }],
    "quotas[0].members.basisField",
  ],
  ["a field without options", [{ members: { field: "phone", is: ["1"] } }], "quotas[0].members.field"],
  ["two quotas of one name", [{}, {}], "quotas[1].id"],
  [
    "bounds beside guaranteed seats",
    [{}, { id: "more", type: "group_bounds", seats: undefined, min: 1, max: null }],
    "quotas[0].type",
  ],
])("seats by groups are refused for %s, at the place", (_, changes, path) => {
  const sound = { id: "locals", type: "guaranteed_seats", track: "service", label, members: residents, seats: 60 };
  const quotas = changes.map((change) => JSON.parse(JSON.stringify({ ...sound, ...(change as object) })) as unknown);
  expect(checkDefinition(withQuotas(quotas)).map((mistake) => mistake.path)).toContain(path);
});

test("seats by groups beside several choices need deferred acceptance, and no share swaps over them", () => {
  const json = readSample("ai") as { quotas: unknown[] };
  json.quotas.push({ id: "locals", type: "guaranteed_seats", track: "service", label, members: residents, seats: 6 });
  expect(checkDefinition(json).map(({ path }) => path)).toEqual(["quotas[1].type", "quotas[0].type"]);
});

test("a person belongs to a group by the address, a verified claim or an answer", () => {
  const group = (id: string, members: unknown) => ({
    id,
    type: "guaranteed_seats",
    track: "service",
    label,
    members,
    seats: 1,
  });
  const definition = withQuotas([
    group("locals", residents),
    group("carers", carers),
    group("students", { field: "status", is: ["student"] }),
  ]);
  const address = { sido: "광주광역시", sigungu: "동구", street: "", detail: "", postcode: "" };
  const tags = (answers: object, claims: readonly string[] = []) =>
    groupTags({ definition, answers: answers as never, claims });
  expect(tags({ address })).toEqual(["locals"]);
  expect(tags({ status: "student" }, ["care_leaver", "veteran"])).toEqual(["carers", "students"]);
  expect(tags({ status: ["worker", "student"] })).toEqual(["students"]);
  expect(tags({ address: { ...address, sido: "서울특별시" }, status: "worker" })).toEqual([]);
});
