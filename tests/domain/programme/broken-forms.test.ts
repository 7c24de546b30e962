import { describe } from "vitest";
import { all, pathTo, refusesEach, remove, set } from "./broken-copy.ts";

describe("the form", () => {
  refusesEach([
    ["a field named twice", set("field:nameEn.id", "name"), pathTo("ai", "field:nameEn.id"), /used before/],
    ["a section named twice", set("form.sections[1].id", "identity"), "form.sections[1].id", /used before/],
    [
      "an option twice",
      set("field:gender.options[1].value", "female"),
      pathTo("ai", "field:gender.options[1].value"),
      /used before/,
    ],
    [
      "a choice without options",
      remove("field:gender.options"),
      pathTo("ai", "field:gender.options"),
      /nothing to choose/,
    ],
    [
      "a choice with two sources of options",
      set("field:gender.optionsFrom", "tracks"),
      pathTo("ai", "field:gender.optionsFrom"),
      /cannot stand together/,
    ],
    [
      "options from nowhere",
      set("field:firstChoice.optionsFrom", "rooms"),
      pathTo("ai", "field:firstChoice.optionsFrom"),
      /tracks/,
    ],
    [
      "a shortest length above the longest",
      set("field:q1.minLength", 800),
      pathTo("ai", "field:q1.minLength"),
      /above the longest/,
    ],
    [
      "a minimum above the maximum",
      set("field:serviceMonths.min", 121),
      pathTo("ai", "field:serviceMonths.min"),
      /above the maximum/,
    ],
    [
      "a pattern that is no expression",
      set("field:phone.pattern", "^01[0"),
      pathTo("ai", "field:phone.pattern"),
      /regular expression/,
    ],
    [
      "a length on a tick box",
      set("field:originality.maxLength", 5),
      pathTo("gcc", "field:originality.maxLength"),
      /no such setting/,
      "gcc",
    ],
    [
      "an upload that accepts nothing",
      all(set("field:link.type", "file")),
      pathTo("ai", "field:link.accept"),
      /needs this setting/,
    ],
    [
      "an address without parts",
      remove("field:address.fields"),
      pathTo("ai", "field:address.fields"),
      /needs this setting/,
    ],
    [
      "a condition on a field that is not there",
      set("field:employmentNote.showIf", { job: ["employed"] }),
      pathTo("ai", "field:employmentNote.showIf.job"),
      /does not exist/,
    ],
    [
      "a condition on a value that is not there",
      set("field:employmentNote.showIf.employment[0]", "retired"),
      pathTo("ai", "field:employmentNote.showIf.employment[0]"),
      /does not exist/,
    ],
    [
      "a condition that waits for itself",
      set("field:military.showIf", { military: ["done"] }),
      pathTo("ai", "field:military.showIf"),
      /waits for the field itself/,
    ],
    [
      "a second choice that differs from nothing",
      set("field:secondChoice.differentFrom", "zerothChoice"),
      pathTo("ai", "field:secondChoice.differentFrom"),
      /firstChoice/,
    ],
    [
      "a field that needs a consent nobody asks",
      set("field:accommodation.needsConsent", "health"),
      pathTo("ai", "field:accommodation.needsConsent"),
      /sensitive/,
    ],
    [
      "a sensitive field without its consent",
      remove("field:accommodation.needsConsent"),
      pathTo("ai", "field:accommodation.needsConsent"),
      /consent of its own/,
    ],
    [
      "an essay for a criterion that is not there",
      set("field:q1.rubric", "beauty"),
      pathTo("ai", "field:q1.rubric"),
      /motivation/,
    ],
  ]);
});

describe("consents", () => {
  refusesEach([
    ["a consent named twice", set("consents[3].id", "thirdParty"), "consents[3].id", /used before/],
    ["no consent to collect", remove("consents[0]"), "consents", /collect/],
    [
      "a consent to collect that is optional",
      set("consents[0].required", false),
      "consents[0].required",
      /must be required/,
    ],
    ["promotion that is forced", set("consents[3].required", true), "consents[3].required", /cannot be forced/],
    ["a consent without a purpose", remove("consents[0].purpose"), "consents[0].purpose", /purpose/],
    ["a consent without items", remove("consents[1].items"), "consents[1].items", /items/],
    ["a consent without a retention", remove("consents[0].retention"), "consents[0].retention", /retention/],
    ["a consent without the right to refuse", remove("consents[2].refusal"), "consents[2].refusal", /right to refuse/],
    ["third parties without names", remove("consents[2].recipients"), "consents[2].recipients", /recipients/],
    ["a consent without a basis", remove("consents[0].basis"), "consents[0].basis", /basis/],
    ["a pledge without words", remove("consents[5].text"), "consents[5].text", /text/],
    ["a notice that must be agreed to", set("consents[6].required", true), "consents[6].required", /not agreed to/],
    [
      "a consent asked for a field that is not there",
      set("consents[1].showIf.any[0]", "health"),
      "consents[1].showIf.any[0]",
      /does not exist/,
    ],
    [
      "a consent asked for a claim that is not there",
      set("consents[1].showIf.any[1]", "bonusClaims:rich"),
      "consents[1].showIf.any[1]",
      /veteran/,
    ],
    [
      "a sensitive bonus without a sensitive consent",
      all(set("consents[1].id", "health"), set("field:accommodation.needsConsent", "health")),
      "bonus.items[3].sensitive",
      /no consent ‘sensitive’/,
    ],
  ]);
});
