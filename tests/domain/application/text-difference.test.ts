import fc from "fast-check";
import { expect, test } from "vitest";
import { textDifference, type Stretch } from "#app/domain/application/text-difference.ts";

const textOf = (stretches: readonly Stretch[], without: Stretch["kind"]) =>
  stretches.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join("");

test("words that were replaced stand between those that stayed", () => {
  expect(textDifference("저는 게임을 만듭니다.", "저는 웹툰을 만듭니다.")).toEqual([
    { kind: "same", text: "저는 " },
    { kind: "removed", text: "게임을 " },
    { kind: "added", text: "웹툰을 " },
    { kind: "same", text: "만듭니다." },
  ]);
});

test("an equal text has nothing but itself, an empty one nothing, and what is new or gone is told whole", () => {
  expect(textDifference("같은 글", "같은 글")).toEqual([{ kind: "same", text: "같은 글" }]);
  expect(textDifference("", "")).toEqual([]);
  expect(textDifference("", "새 글")).toEqual([{ kind: "added", text: "새 글" }]);
  expect(textDifference("옛 글", "")).toEqual([{ kind: "removed", text: "옛 글" }]);
});

test("whatever the texts are, both can be read out of the difference, letter by letter", () => {
  const words = fc.array(fc.constantFrom("가", "나 ", "다\n", "  ", "라마 ", "word "), { maxLength: 40 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [before, after] = [one.join(""), other.join("")];
      const stretches = textDifference(before, after);
      expect([textOf(stretches, "added"), textOf(stretches, "removed")]).toEqual([before, after]);
      for (const [index, { kind }] of stretches.entries()) expect(stretches[index + 1]?.kind).not.toBe(kind);
    }),
  );
});

test("two long texts without a word in common are told whole, at once", () => {
  const words = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join(" ");
  const [before, after] = [`처음 ${words("가")} 끝`, `처음 ${words("나")} 끝`];
  expect(textDifference(before, after).map(({ kind }) => kind)).toEqual(["same", "removed", "added", "same"]);
});
