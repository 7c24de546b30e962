import { describe } from "vitest";
import { pathTo, refusesEach, remove, set } from "./broken-copy.ts";

describe("types, unknown keys and versions", () => {
  refusesEach([
    ["an unknown version", set("schemaVersion", "2.0"), "schemaVersion", /1\.0/],
    ["a version that is missing", remove("schemaVersion"), "schemaVersion", /missing/],
    ["a number where a text belongs", set("title.ko", 6), "title.ko", /must be a text/],
    ["a text where a number belongs", set("capacity", "330"), "capacity", /must be a/],
    ["half a seat", set("tracks[0].capacity", 119.5), "tracks[0].capacity", /whole number/],
    ["no seats at all", set("tracks[0].capacity", 0), "tracks[0].capacity", /at least 1/],
    ["an object where a list belongs", set("stages", {}), "stages", /a list/],
    ["a list where an object belongs", set("bonus", []), "bonus", /an object/],
    ["nothing where a part belongs", set("reserve", null), "reserve", /an object/],
    ["a part that is missing", remove("ranking"), "ranking", /missing/],
    ["an unknown key at the top", set("capcity", 330), "capcity", /unknown/],
    [
      "an unknown key deep inside",
      set("stages[0].rubric.criteria[1].maximum", 25),
      "stages[0].rubric.criteria[1].maximum",
      /unknown/,
    ],
    [
      "a misspelt key of a window",
      set("event:application.until", "2025-04-14T18:00:00+09:00"),
      pathTo("ai", "event:application.until"),
      /unknown/,
    ],
    [
      "an unknown rule of track choice",
      set("choices.assignment", "boston"),
      "choices.assignment",
      /score_first.*choice_first.*deferred_acceptance/,
    ],
    ["an unknown type of field", set("field:q1.type", "richtext"), pathTo("ai", "field:q1.type"), /textarea/],
    [
      "an unknown type of eligibility rule",
      set("eligibility[1].type", "oracle"),
      "eligibility[1].type",
      /age_range.*lookup/,
    ],
    [
      "an anchor of 200 percent",
      set("stages[0].rubric.criteria[0].anchors", [{ level: 1, label: { ko: "가", en: "a" }, percent: 200 }]),
      "stages[0].rubric.criteria[0].anchors[0].percent",
      /at most 100/,
    ],
    [
      "anchors of an unknown name",
      set("stages[0].rubric.criteria[0].anchors", "default7"),
      "stages[0].rubric.criteria[0].anchors",
      /right shape/,
    ],
    [
      "an unknown way of rounding",
      set("stages[0].aggregation.rounding.mode", "banker"),
      "stages[0].aggregation.rounding.mode",
      /half_up/,
    ],
    ["rounding to seven places", set("ranking.rounding.scale", 7), "ranking.rounding.scale", /at most 6/],
    ["a score with seven places", set("stages[0].minScore", 60.1234567), "stages[0].minScore", /six digits/],
    ["a huge number", set("stages[0].maxScore", 1e300), "stages[0].maxScore", /decimal|at most/],
    [
      "an unknown channel",
      set("message:selected.channels", ["pigeon"]),
      `${pathTo("ai", "message:selected.channels")}[0]`,
      /email/,
    ],
    ["an unknown message", set("message:selected.event", "chosen"), pathTo("ai", "message:selected.event"), /selected/],
    ["an id with a blank", set("tracks[0].id", "AI modelling"), "tracks[0].id", /Latin letter/],
    ["an id that every object has", set("tracks[0].id", "toString"), "tracks[0].id", /Latin letter/],
    ["a slug with capitals", set("slug", "AI-Academy"), "slug", /lower-case/],
    [
      "a public list that shows ranks",
      set("announcement.publicList.showRank", true),
      "announcement.publicList.showRank",
      /never shows/,
    ],
    [
      "an unknown publication level",
      set("announcement.publicationLevel", "P3"),
      "announcement.publicationLevel",
      /P0.*P1.*P2/,
    ],
    ["an unknown basis of ranking", set("ranking.rankOn", "gut"), "ranking.rankOn", /exact.*rounded/],
    ["an e-mail address without a host", set("organisation.email", "apply"), "organisation.email", /e-mail/],
    ["a document that accepts nothing", set("documents[0].accept", []), "documents[0].accept", /at least 1/],
    ["a share above one", set("committee.externalShareMin", 50), "committee.externalShareMin", /at most 1/],
  ]);
});

describe("both languages", () => {
  refusesEach([
    ["a missing Korean text", remove("title.ko"), "title.ko", /Korean text is missing/],
    [
      "a missing English text",
      remove("field:name.label.en"),
      pathTo("ai", "field:name.label.en"),
      /English text is missing/,
    ],
    ["a blank English text", set("stages[1].title.en", "  "), "stages[1].title.en", /English text is missing/],
    ["a text in one language only", set("tracks[0].title", "AI 모델링"), "tracks[0].title", /an object/],
    [
      "a message without English",
      remove("message:selected.body.en"),
      pathTo("ai", "message:selected.body.en"),
      /영어 문장이 없습니다/,
    ],
  ]);
});
