import type { SelectionRecord } from "#app/domain/proof/record/record.ts";
import type { Seeded } from "./seeded.ts";

type Path = readonly (string | number)[];
/** One value of a record changed, and where the verifier must say so. */
export type Tampering = { readonly path: Path; readonly to: unknown; readonly where: RegExp };

type Places = { readonly record: SelectionRecord; readonly random: Seeded };

/** One byte of a text changed (a digit stays a digit, a letter a letter), a number by one, yes to no. */
export function altered(value: unknown, { below }: Seeded): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (typeof value !== "string" || value === "") return "1";
  const digits = [...value].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
  const at = digits.length > 0 ? (digits[below(digits.length)] ?? 0) : below(value.length);
  const old = value[at] ?? "";
  const other = /\d/.test(old) ? String((Number(old) + 1 + below(8)) % 10) : old === "A" ? "B" : "A";
  return value.slice(0, at) + other + value.slice(at + 1);
}

export function valueAt(record: unknown, path: Path): unknown {
  return path.reduce((value, name) => (value as Record<string | number, unknown>)[name], record);
}

/** A copy of the record in which one value is another. */
export function tampered(record: SelectionRecord, { path, to }: Tampering): SelectionRecord {
  const copy = structuredClone(record);
  const holder = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  holder[path.at(-1) ?? ""] = to;
  return copy;
}

/** Everything that is tried on a record of level P2: what people, totals, order, seats, commitments and roots are made of. */
export function tamperingsOfReview(record: SelectionRecord, random: Seeded): readonly Tampering[] {
  const places = { record, random };
  const { people = [], openings = {} } = record;
  const person = random.pick(people.flatMap(({ choices }, at) => (choices.length > 1 ? [at] : [])));
  const scored = people.flatMap(({ stages }, at) => (Object.values(stages).every(({ score }) => score) ? [at] : []));
  const someone = random.pick(scored);
  const stage = random.pick(record.rule.stages.filter(({ id }) => record.scoring[id]?.kind === "reviewed")).id;
  const own = people[someone]?.stages[stage];
  const review = random.below(own?.reviews?.length ?? 0);
  const criterion = random.pick(Object.keys(own?.criteria ?? {}));
  const ref = random.pick(Object.keys(openings));
  const at = (row: number) => new RegExp(`^people\\[${row}\\]`);
  const bonus = record.rule.bonus?.items[0]?.id ?? "";
  const choices = people[person]?.choices ?? [];
  const holders = people.flatMap(({ claims }, index) => (claims.length > 0 ? [index] : []));
  const holder = random.pick(holders);
  const imported = record.rule.stages.find(({ id }) => record.scoring[id]?.kind === "imported");
  return [
    changed(places, ["people", someone, "stages", stage, "reviews", review, "scores", criterion], at(someone)),
    changed(places, ["people", someone, "stages", stage, "score"], at(someone)),
    changed(places, ["people", someone, "stages", stage, "criteria", criterion], at(someone)),
    changed(places, ["people", someone, "stages", stage, "reviews", review, "reviewer"], at(someone)),
    ...(imported
      ? [
          changed(
            places,
            ["people", someone, "stages", imported.id, "row", imported.criteria[0]?.id ?? ""],
            at(someone),
          ),
        ]
      : []),
    { path: ["people", holder, "claims"], to: [], where: at(holder) },
    {
      path: ["people", person, "claims"],
      to: people[person]?.claims.includes(bonus) ? [] : [bonus],
      where: at(person),
    },
    { path: ["people", person, "choices"], to: choices.toReversed(), where: at(person) },
    changed(places, ["people", person, "acceptOther"], at(person)),
    { path: ["people", person, "tags"], to: ["elsewhere"], where: at(person) },
    { path: ["people", someone, "standing"], to: "withdrawn", where: at(someone) },
    changed(places, ["openings", ref, "reviewSalt"], new RegExp(`^people\\[\\d+\\] or openings\\.${ref}\\.reviewSalt`)),
    changed(
      places,
      ["openings", ref, "disclosedSalt"],
      new RegExp(`^openings\\.${ref}\\.disclosed or openings\\.${ref}\\.disclosedSalt`),
    ),
    changed(
      places,
      ["openings", ref, "disclosed", "stages", record.rule.stages[0]?.id ?? ""],
      new RegExp(`openings\\.${ref}\\.disclosed`),
    ),
    ...tamperingsOfTable(places),
    ...tamperingsOfResult(places),
  ];
}

/** What is tried on a record of level P1. */
export function tamperingsOfPublic(record: SelectionRecord, random: Seeded): readonly Tampering[] {
  const table = /^table\[|^roots\.table|^selected|^reserves|^swaps|^cutLines|^refills|^counts/;
  return [
    ...tamperingsOfTable({ record, random }).map((each) => ({ ...each, where: table })),
    ...tamperingsOfResult({ record, random }),
  ];
}

function tamperingsOfTable(places: Places): readonly Tampering[] {
  const { record, random } = places;
  const table = record.table ?? [];
  const rows = table.flatMap((row, at) => (row.qualified && "total" in row && row.choices.length > 1 ? [at] : []));
  const row = random.pick(rows);
  const { choices } = table[row] as { choices: readonly string[] };
  const keys = record.rule.tieBreakers.findIndex(({ by }) => by === "stage");
  return [
    changed(places, ["table", row, "rank"], /^table\[\d+\]\.rank/),
    changed(places, ["table", row, "total"], new RegExp(`^table\\[${row}\\]\\.total`)),
    changed(places, ["table", row, "keys", keys], new RegExp(`^table\\[${row}\\]\\.keys`)),
    { path: ["table", row, "choices"], to: choices.toReversed(), where: new RegExp(`^table\\[${row}\\]\\.choices`) },
  ];
}

function tamperingsOfResult(places: Places): readonly Tampering[] {
  const { record, random } = places;
  const { rule, selected, reserves = [], refills, swaps, quotas, commitments } = record;
  const seat = random.below(selected.length);
  const place = random.below(reserves.length);
  const hidden = random.below(commitments.review.length);
  const otherTrack = rule.tracks.find(({ id }) => id !== selected[seat]?.track)?.id ?? "";
  const rootName = random.pick([
    "rule",
    "scoring",
    "pool",
    "table",
    "selected",
    "reserves",
    "report",
    "disclosed",
    "review",
  ]);
  const batch = random.below(refills.length);
  const stage = random.below(rule.stages.length);
  const scoring = rule.stages[stage]?.id ?? "";
  return [
    { path: ["selected", seat, "track"], to: otherTrack, where: /^selected\[/ },
    changed(places, ["selected", seat, "choiceOrder"], /^selected\[/),
    { path: ["selected", seat, "how"], to: "guaranteed", where: /^selected\[/ },
    { path: ["selected", seat, "seat", "kind"], to: "dereserved", where: /^selected\[/ },
    changed(places, ["selected", seat, "ref"], /^selected\[/),
    changed(places, ["reserves", place, "number"], new RegExp(`^reserves\\[${place}\\]`)),
    changed(places, ["reserves", place, "displacedBy"], new RegExp(`^reserves\\[${place}\\]`)),
    changed(places, ["cutLines", 0, "lowestTotal"], /^cutLines\[0\]\.lowestTotal/),
    changed(places, ["cutLines", 1, "lowestRank"], /^cutLines\[1\]\.lowestRank/),
    changed(places, ["counts", random.pick(["people", "qualified", "selected", "reserves"])], /^counts\./),
    changed(places, ["commitments", "review", hidden], /^commitments\.review|^roots\.review/),
    changed(places, ["roots", rootName], new RegExp(`^roots\\.${rootName}`)),
    changed(
      places,
      ["roots", "stages", scoring],
      new RegExp(record.people ? `^roots\\.stages\\.${scoring}` : "^root "),
    ),
    changed(places, ["root"], /^root /),
    changed(places, ["engine"], /^root /),
    changed(places, ["cohort"], /^root /),
    { path: ["tieDecisions"], to: [selected.slice(0, 2).map(({ ref }) => ref)], where: /^root / },
    changed(places, ["rule", "stages", stage, "weightPercent"], /^roots\.rule/),
    changed(places, ["rule", "tracks", 0, "seats"], /^roots\.rule/),
    changed(places, ["rule", "minimumTotal"], /^roots\.rule/),
    changed(places, ["rule", "bonus", "cap"], /^roots\.rule/),
    { path: ["rule", "rounding", "mode"], to: "half_even", where: /^roots\.rule/ },
    changed(places, ["scoring", scoring, "rule", "minimum"], /^roots\.scoring/),
    ...swaps
      .slice(0, 1)
      .flatMap(() => [
        changed(places, ["swaps", 0, "in"], /^swaps\[0\]\.in/),
        changed(places, ["swaps", 0, "out"], /^swaps\[0\]\.out/),
      ]),
    ...quotas.slice(0, 1).map(() => changed(places, ["quotas", 0, "achieved"], /^quotas\[0\]/)),
    ...refills
      .slice(0, 1)
      .flatMap(() => [
        changed(places, ["refills", batch, "added", 0, "number"], new RegExp(`^refills\\[${batch}\\]`)),
        changed(places, ["refills", batch, "added", 0, "ref"], new RegExp(`^refills\\[${batch}\\]`)),
        changed(places, ["refills", batch, "leavers", 0], new RegExp(`^refills\\[${batch}\\]`)),
      ]),
  ];
}

function changed({ record, random }: Places, path: Path, where: RegExp): Tampering {
  return { path, to: altered(valueAt(record, path), random), where };
}
