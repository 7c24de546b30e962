import { expect, test } from "vitest";
import { maskName } from "#app/domain/offer/mask-name.ts";

test.each([
  ["홍길동", "홍*동"],
  ["홍길", "홍*"],
  ["황보관정", "황보*정"],
  ["가나다라마", "가***마"],
  ["홍", "*"],
  [" 홍 길동 ", "홍*동"],
  ["홍길동".normalize("NFD"), "홍*동"],
  ["Ada Lovelace", "A*a L******e"],
  ["Bo Li", "B* L*"],
  ["José O’Neil", "J**é O****l"],
  ["𠮷田太郎", "𠮷田*郎"],
])("%s is listed as %s", (name, listed) => {
  expect(maskName(name)).toBe(listed);
});
