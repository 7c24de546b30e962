import { describe, expect, test } from "vitest";
import { countCharacters } from "#app/domain/application/characters.ts";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { render, tagWithId, textOf } from "#tests/components/render.tsx";

describe("characters", () => {
  test("are syllables with their spaces", () => {
    expect(countCharacters("저는 광주에서 배우고 싶습니다.")).toBe(17);
  });

  test("count the same typed on macOS, where a syllable is taken apart", () => {
    const taken = "홍길동".normalize("NFD");
    expect(taken.length).toBeGreaterThan(3);
    expect(countCharacters(taken)).toBe(3);
  });

  test("count an emoji as one and a line break as one, however it is sent", () => {
    expect(countCharacters("👍")).toBe(1);
    expect(countCharacters("가\r\n나")).toBe(3);
    expect(countCharacters("가\n나")).toBe(3);
    expect(countCharacters("")).toBe(0);
  });

  test("spaces, tabs, wide blanks and line breaks are left out where the form says so", () => {
    const without = (text: string) => countCharacters(text, { countSpaces: false });
    expect(without("가 나\t다\r\n라\u3000마\u00a0 ")).toBe(5);
    expect(without("\u1112\u1161\u11ab \u{1f600}")).toBe(2);
    expect(without(" \n ")).toBe(0);
  });
});

describe("the counter", () => {
  test("stands in the server's page and describes the control", () => {
    const html = render(essay("가 나 다 라"));
    expect(textOf(html)).toContain("7 / 10자 (공백 포함, 5자 이상)");
    expect(tagWithId(html, "q1").attributes["aria-describedby"]).toBe("q1-counter");
    expect(tagWithId(html, "q1-counter")).toBeDefined();
  });

  test("counts without spaces, and says so, where the form counts so", () => {
    const html = (language: "ko" | "en") =>
      render(
        <TextAreaField name="q1" label="동기" maxLength={10} defaultValue={"가 나\n다 라"} countSpaces={false} />,
        language,
      );
    expect(textOf(html("ko"))).toContain("4 / 10자 (공백 제외)");
    expect(textOf(html("en"))).toContain("4 / 10 characters (spaces do not count)");
  });

  test("says how much is too much, and how much is missing", () => {
    expect(textOf(render(essay("가나다라마바사아자차카타")))).toContain("2자를 줄여 주십시오.");
    expect(textOf(render(essay("가나"), "en"))).toContain("Please write 3 characters more.");
    expect(textOf(render(essay("")))).not.toContain("더 적어");
  });

  test("keeps what was typed", () => {
    expect(render(essay("<b>굵게</b>"))).toContain("&lt;b&gt;굵게&lt;/b&gt;</textarea>");
  });
});

function essay(defaultValue: string) {
  return <TextAreaField name="q1" label="지원동기" minLength={5} maxLength={10} defaultValue={defaultValue} />;
}
