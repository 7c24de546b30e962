import { describe, expect, test } from "vitest";
import { checkDefinition } from "#app/domain/programme/check-definition.ts";
import { all, pathTo, readSample, refusesEach, remove, repeat, set } from "./broken-copy.ts";

describe("numbers", () => {
  refusesEach([
    ["a capacity in quotes", set("capacity", "330"), "capacity", /number/],
    ["seats in quotes", set("tracks[0].capacity", "120"), "tracks[0].capacity", /number/],
    ["a weight in quotes", set("stages[0].weightPercent", "20"), "stages[0].weightPercent", /number/],
    ["a multiple in quotes", set("stages[0].pass.multiple", "2.0"), "stages[0].pass.multiple", /number/],
    ["a gate in quotes", set("stages[1].gate.progressPercentMin", "80"), "stages[1].gate.progressPercentMin", /number/],
    ["an order in quotes", set("ranking.tieBreakers[0].order", "1"), "ranking.tieBreakers[0].order", /number/],
    ["no seats", set("tracks[0].capacity", 0), "tracks[0].capacity", /at least 1/],
    ["seats below none", set("tracks[0].capacity", -120), "tracks[0].capacity", /at least 1/],
    ["half a seat", set("tracks[0].capacity", 119.5), "tracks[0].capacity", /whole number/],
    ["seats beyond counting", set("tracks[0].capacity", 1e21), "tracks[0].capacity", /at most/],
    ["a million and one seats", set("tracks[0].capacity", 1_000_001), "tracks[0].capacity", /at most 1000000/],
    ["a capacity of null", set("capacity", null), "capacity", /number/],
    ["half as many places as seats", set("stages[0].pass.multiple", 0.5), "stages[0].pass.multiple", /at least 1/],
    ["a weight below nothing", set("stages[0].weightPercent", -20), "stages[0].weightPercent", /at least 0/],
    ["a weight of seven decimals", set("stages[0].weightPercent", 20.0000001), "stages[0].weightPercent", /six digits/],
    ["a weight with an exponent", set("stages[0].weightPercent", 1e-7), "stages[0].weightPercent", /six digits/],
    [
      "three weights of a third",
      all(...[0, 1, 2].map((stage) => set(`stages[${stage}].weightPercent`, 33.3)), set("stages[3].weightPercent", 0)),
      "stages",
      /sum to 99\.9/,
    ],
    ["a minimum below nothing", set("stages[0].minScore", -1), "stages[0].minScore", /at least 0/],
    ["a stage of no points", set("stages[0].maxScore", 0), "stages[0].rubric.criteria", /maxScore 0/],
    ["a cap below nothing", set("bonus.cap", -5), "bonus.cap", /at least 0/],
    ["an item above the cap", set("bonus.items[0].points", 5.5), "bonus.items[0].points", /cap of 5/],
    ["a share above all", set("quotas[0].percent", 120), "quotas[0].percent", /at most 100/],
    ["rounding to seven places", set("ranking.rounding.scale", 7), "ranking.rounding.scale", /at most 6/],
    [
      "half an hour to answer",
      set("reserve.promotion.replyHours", 0.5),
      "reserve.promotion.replyHours",
      /whole number/,
    ],
    ["a year of five digits", set("cohort.year", 20_255), "cohort.year", /at most 2199/],
    ["over-admission below none", set("overAdmission.maxPercent", -1), "overAdmission.maxPercent", /at least 0/, "gcc"],
    [
      "over-admission above all",
      set("overAdmission.maxPercent", 101),
      "overAdmission.maxPercent",
      /at most 100/,
      "gcc",
    ],
  ]);
});

describe("score steps that no review sheet can keep", () => {
  refusesEach([
    ["a thousandth", set("stages[0].scoreStep", 0.001), "stages[0].scoreStep", /multiple of 0\.01/],
    ["an eighth", set("stages[0].scoreStep", 0.125), "stages[0].scoreStep", /multiple of 0\.01/],
    ["half a hundredth", set("stages[3].scoreStep", 0.005), "stages[3].scoreStep", /multiple of 0\.01/],
    ["a third", set("stages[0].scoreStep", 1 / 3), "stages[0].scoreStep", /six digits/],
    ["less than nothing", set("stages[0].scoreStep", -0.5), "stages[0].scoreStep", /above 0/],
  ]);

  test.each([0.01, 0.05, 0.5, 1, 5])("a step of %d is accepted", (step) => {
    const json = readSample("ai");
    set("stages[0].scoreStep", step)(json);
    expect(checkDefinition(json)).toEqual([]);
  });
});

describe("references and the order of things", () => {
  refusesEach([
    ["a chain without its end", remove("ranking.tieBreakers[5]"), "ranking.tieBreakers[4].by", /neither in a lottery/],
    ["an empty chain", set("ranking.tieBreakers", []), "ranking.tieBreakers", /at least 1/],
    [
      "the lowest total first",
      all(set("ranking.tieBreakers[4].by", "total"), set("ranking.tieBreakers[4].prefer", "low")),
      "ranking.tieBreakers[4].prefer",
      /high/,
    ],
    [
      "a tie-breaker of another stage's criterion",
      set("ranking.tieBreakers[3].by", "criterion:interview.coding"),
      "ranking.tieBreakers[3].by",
      /does not exist/,
    ],
    [
      "a shortlist after the last stage",
      set("stages[3].pass", { multiple: 1.5, perTrack: true, tiesAtCut: "all_pass" }),
      "stages[3].pass",
      /Remove pass/,
    ],
    [
      "two criteria from one column",
      set("stages[2].source.columns.logic", "코딩"),
      "stages[2].source.columns.logic",
      /used before/,
    ],
    [
      "a result after the next stage began",
      set("event:documentResult.start", "2025-05-01T14:00:00+09:00"),
      pathTo("ai", "event:precourse.start"),
      /comes before/,
    ],
    [
      "a reserve list that ends before seats can lapse",
      all(
        set("event:reserveFill.start", "2025-05-24T09:00:00+09:00"),
        set("event:reserveFill.end", "2025-05-26T18:00:00+09:00"),
        set("reserve.validUntil", "2025-05-26T18:00:00+09:00"),
        set("acceptance.afterStartReplacementUntil", "2025-05-26T18:00:00+09:00"),
      ),
      pathTo("ai", "event:reserveFill.end"),
      /‘reserveFill’ comes before ‘confirm’/,
    ],
    [
      "a confirmation after the course began",
      all(
        set("event:confirm.end", "2025-06-03T18:00:00+09:00"),
        set("acceptance.confirmBy", "2025-06-03T18:00:00+09:00"),
      ),
      pathTo("ai", "event:start.start"),
      /‘start’ comes before ‘confirm’/,
    ],
    ["a region without names", set("regions.gwangju.match", []), "regions.gwangju.match", /at least 1/],
    ["a quota of a region that is not there", set("quotas[0].region", "busan"), "quotas[0].region", /honam/],
    ["a bonus item twice", repeat("bonus.items[0]"), "bonus.items[8].id", /used before/],
    [
      "fewer reviewers than reviews needed",
      set("evaluators.panels.document.size", 2),
      "evaluators.panels.document.size",
      /3 to 3/,
    ],
  ]);
});

describe("shape, language and law", () => {
  refusesEach([
    ["a schema of the future", set("schemaVersion", "2.0"), "schemaVersion", /reads schemaVersion/],
    ["a schema version as a number", set("schemaVersion", 1), "schemaVersion", /reads schemaVersion/],
    ["no schema version", remove("schemaVersion"), "schemaVersion", /missing/],
    ["a misspelt key", set("stages[0].wieghtPercent", 20), "stages[0].wieghtPercent", /unknown/],
    ["a key of nobody's", set("colour", "red"), "colour", /unknown/],
    ["a third language", set("tracks[0].title.ja", "x"), "tracks[0].title.ja", /unknown/],
    ["a title in Korean only", remove("tracks[0].title.en"), "tracks[0].title.en", /English text is missing/],
    ["a title of spaces", set("tracks[0].title.ko", "  "), "tracks[0].title.ko", /Korean text is missing/],
    ["a list where an object belongs", set("choices", []), "choices", /object/],
    ["another time zone", set("timezone", "UTC"), "timezone", /Asia\/Seoul/],
    ["a slug in capitals", set("slug", "AI 6"), "slug", /lower-case/],
    ["scores in public", set("announcement.publicList.showScore", true), "announcement.publicList.showScore", /false/],
    ["a minimum age of 13", set("privacy.minimumAge", 13), "privacy.minimumAge", /guardian/],
    ["a shortened resident number", set("field:nameEn.id", "residentRegNo"), pathTo("ai", "field:nameEn.id"), /24-2/],
    [
      "a resident number by its English letters",
      set("field:nameEn.label", { ko: "식별번호", en: "RRN" }),
      pathTo("ai", "field:nameEn.label"),
      /24-2/,
    ],
    [
      "the last digits of a resident number",
      set("field:nameEn.label", { ko: "주민번호 뒷자리", en: "Last digits" }),
      pathTo("ai", "field:nameEn.label"),
      /24-2/,
    ],
  ]);
});
