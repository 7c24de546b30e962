import { describe } from "vitest";
import { all, pathTo, refusesEach, remove, repeat, set } from "./broken-copy.ts";

describe("documents and eligibility", () => {
  refusesEach([
    ["a document named twice", set("documents[1].id", "evidence"), "documents[1].id", /used before/],
    [
      "a document for a field that is not there",
      set("documents[1].requiredIf.notEmpty", "claims"),
      "documents[1].requiredIf.notEmpty",
      /does not exist/,
    ],
    ["bonus claims without proof", remove("documents[1]"), "bonus.appliesOnlyIf", /proof/],
    ["bonus items that nobody can claim", remove("form.sections[5]"), "bonus.items", /exactly one field/],
    ["a rule named twice", set("eligibility[1].id", "age"), "eligibility[1].id", /used before/],
    [
      "a rule about a field that is not there",
      set("eligibility[1].field", "job"),
      "eligibility[1].field",
      /does not exist/,
    ],
    [
      "a rule about an answer that is not there",
      set("eligibility[1].allowed[1]", "student"),
      "eligibility[1].allowed[1]",
      /unemployed/,
    ],
    ["an age of something that is no date", set("eligibility[0].field", "name"), "eligibility[0].field", /type date/],
    [
      "a comparison with a field that is not there",
      set("eligibility[5].match[2]", "mobile"),
      "eligibility[5].match[2]",
      /does not exist/,
    ],
    [
      "a rule that shuts people out by itself",
      set("eligibility[0].onFail", "block_submit"),
      "eligibility[0].onFail",
      /a person decides/,
    ],
    [
      "an extension without a table",
      remove("eligibility[0].militaryExtension.table"),
      "eligibility[0].militaryExtension.table",
      /needs this setting/,
      "gcc",
    ],
    [
      "an extension whose months overlap",
      set("eligibility[0].militaryExtension.table[1].monthsFrom", 11),
      "eligibility[0].militaryExtension.table[1].monthsFrom",
      /overlap/,
      "gcc",
    ],
    [
      "an extension past its limit",
      set("eligibility[0].militaryExtension.table[2].years", 4),
      "eligibility[0].militaryExtension.table[2].years",
      /longest extension/,
      "gcc",
    ],
    [
      "an extension proved by no document",
      set("eligibility[0].militaryExtension.proof", "diary"),
      "eligibility[0].militaryExtension.proof",
      /residentAbstract/,
      "gcc",
    ],
  ]);
});

describe("the law", () => {
  refusesEach([
    [
      "a field whose id says resident number",
      set("field:emergencyPhone.id", "residentNumber"),
      pathTo("ai", "field:emergencyPhone.id"),
      /24-2/,
    ],
    [
      "a resident number in pieces",
      set("field:emergencyPhone.id", "jumin_no"),
      pathTo("ai", "field:emergencyPhone.id"),
      /24-2/,
    ],
    [
      "a field whose Korean label says resident number",
      set("field:emergencyPhone.label.ko", "주민등록번호"),
      pathTo("ai", "field:emergencyPhone.label"),
      /제24조의2/,
    ],
    [
      "a field whose English label says resident number",
      set("field:emergencyPhone.label.en", "Resident registration number"),
      pathTo("ai", "field:emergencyPhone.label"),
      /24-2/,
    ],
    [
      "a field whose pattern is a resident number",
      set("field:emergencyPhone.pattern", "^\\d{6}-?[1-8]\\d{6}$"),
      pathTo("ai", "field:emergencyPhone.pattern"),
      /24-2/,
    ],
    [
      "a field for an account number",
      set("field:emergencyPhone.label.ko", "계좌번호"),
      pathTo("ai", "field:emergencyPhone.id"),
      /Account numbers/,
    ],
    ["a consent to a resident number", set("consents[0].items[1]", "주민등록번호"), "consents[0].items[1]", /24-2/],
    [
      "a programme that collects resident numbers",
      set("privacy.collectsResidentNumber", true),
      "privacy.collectsResidentNumber",
      /24-2/,
    ],
    ["a minimum age under 14", set("privacy.minimumAge", 13), "privacy.minimumAge", /guardian/],
    [
      "a rule that admits children",
      all(set("eligibility[0].min", 13), set("eligibility[0].bornTo", "2012-03-17")),
      "eligibility[0].min",
      /guardian/,
    ],
    [
      "access logs kept too short",
      set("privacy.retention[5].period", "P6M"),
      "privacy.retention[5].period",
      /at least 1 year/,
    ],
    [
      "a retention that is no period",
      set("privacy.retention[0].period", "30 days"),
      "privacy.retention[0].period",
      /P30D/,
    ],
    ["a retention twice", repeat("privacy.retention[0]"), "privacy.retention[7].scope", /used before/],
  ]);
});
