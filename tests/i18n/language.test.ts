import { describe, expect, test } from "vitest";
import { serverI18n, translator } from "#app/i18n/i18n.server.ts";
import { languageCookieHeader, languageOf } from "#app/i18n/language.server.ts";
import { isLanguage } from "#app/i18n/language.ts";

const asking = (headers: Record<string, string>): Request => new Request("http://localhost/", { headers });

describe("the language of a request", () => {
  test("is Korean, whatever the browser prefers", () => {
    expect(languageOf(asking({ "Accept-Language": "en" }))).toBe("ko");
  });

  test("is the one chosen on the switch", () => {
    const [cookie = ""] = languageCookieHeader("en").split(";");
    expect(languageOf(asking({ Cookie: `session=abc; ${cookie}` }))).toBe("en");
  });

  test("is Korean when the cookie holds anything else", () => {
    expect(languageOf(asking({ Cookie: "language=fr" }))).toBe("ko");
    expect(languageOf(asking({ Cookie: "otherlanguage=en" }))).toBe("ko");
    expect(isLanguage("KO")).toBe(false);
  });
});

test("each language has one instance, ready at once, that keeps its own language", () => {
  expect(serverI18n("ko")).toBe(serverI18n("ko"));
  expect(serverI18n("ko")).not.toBe(serverI18n("en"));
  expect(translator("ko")("common:action.save")).toBe("저장");
  expect(translator("en")("common:action.save")).toBe("Save");
});

test("a value is put in as it is, because React escapes what it shows", () => {
  expect(translator("ko")("common:file.remove", { name: "<A&B>.pdf" })).toBe("<A&B>.pdf 삭제");
});
