import { describe } from "vitest";
import { all, edit, pathTo, refusesEach, remove, repeat, set } from "./broken-copy.ts";

describe("results, messages and numbers", () => {
  refusesEach([
    [
      "a reserve list of less than nobody",
      set("reserve.percentOfCapacity", -1),
      "reserve.percentOfCapacity",
      /at least 0/,
    ],
    [
      "a seat that needs a document nobody asks for",
      set("acceptance.requires[1]", "diploma"),
      "acceptance.requires[1]",
      /graduation/,
    ],
    ["an answer that can only be yes", set("acceptance.actions[1]", "confirm"), "acceptance.actions[1]", /used before/],
    [
      "filling across tracks that nobody was asked about",
      set("field:acceptOther.id", "other"),
      "reserve.crossTrack.allowed",
      /acceptOther/,
    ],
    ["appeals about a stage that is not there", set("appeals.alsoFor[0]", "essay"), "appeals.alsoFor[0]", /document/],
    [
      "scores shown from a day that is not there",
      set("appeals.ownScoreDisclosure.from", "someday"),
      "appeals.ownScoreDisclosure.from",
      /finalResult/,
    ],
    [
      "a look-up by a birth date nobody gave",
      all(
        set("field:birthDate.id", "bornOn"),
        set("eligibility[0].field", "bornOn"),
        set("eligibility[5].match[1]", "bornOn"),
      ),
      "announcement.lookup[1]",
      /birthDate/,
    ],
    ["a missing message", remove("message:declined"), "notifications", /‘declined’ is missing/],
    ["a message twice", repeat("message:declined"), "notifications[17].event", /used before/],
    [
      "a placeholder that is not there",
      edit("message:selected.body.ko", (body) => `${body} {{grade}}`),
      pathTo("ai", "message:selected.body.ko"),
      /‘grade’ does not exist/,
    ],
    [
      "braces that do not close",
      edit("message:selected.body.ko", (body) => `${body} {{applicantName}`),
      pathTo("ai", "message:selected.body.ko"),
      /braces/,
    ],
    [
      "a placeholder in English only",
      edit("message:selected.sms.en", (sms) => `${sms} {{applicationNo}}`),
      pathTo("ai", "message:selected.sms.en"),
      /Korean text does not/,
    ],
    [
      "a placeholder in a button that is not there",
      set("message:selected.alimtalk.buttons[0].url", "{{link}}"),
      pathTo("ai", "message:selected.alimtalk.buttons[0].url"),
      /does not exist/,
    ],
    [
      "a text message of more than 90 bytes",
      edit("message:selected.sms.ko", (sms) => `${sms} 꼭 확인하여 주시기 바랍니다.`),
      pathTo("ai", "message:selected.sms.ko"),
      /more than 90/,
    ],
    [
      "a text message with an emoji",
      edit("message:confirmed.sms.ko", (sms) => `${sms}🎉`),
      pathTo("ai", "message:confirmed.sms.ko"),
      /CP949/,
    ],
    [
      "a text message with a long dash",
      edit("message:confirmed.sms.ko", (sms) => `${sms}—`),
      pathTo("ai", "message:confirmed.sms.ko"),
      /CP949/,
    ],
    [
      "a pledge with an unknown placeholder",
      edit("evaluators.pledge.ko", (pledge) => `${pledge}{{judge}}`),
      "evaluators.pledge.ko",
      /does not exist/,
    ],
    [
      "an AlimTalk variable without its sign",
      set("variables.stageName.alimtalkVariable", "전형명"),
      "variables.stageName.alimtalkVariable",
      /#\{성명\}/,
    ],
    [
      "an application number that never changes",
      set("numbering.application.pattern", "AI06"),
      "numbering.application.pattern",
      /\{seq:5\}/,
    ],
    [
      "an evaluation number that tells the order",
      set("numbering.evaluation.pattern", "{seq:5}"),
      "numbering.evaluation.pattern",
      /\{random:5\}/,
    ],
    [
      "a number with an unknown token",
      set("numbering.appeal.pattern", "OBJ-{seq:4}-{month}"),
      "numbering.appeal.pattern",
      /Possible tokens/,
    ],
    [
      "an example of another number",
      set("numbering.application.example", "AI07-00123"),
      "numbering.application.example",
      /does not follow/,
    ],
  ]);
});
