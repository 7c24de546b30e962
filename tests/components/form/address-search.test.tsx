import { expect, test } from "vitest";
import { AddressField } from "#app/components/form/address-field.tsx";
import type { AddressSearch } from "#app/components/form/address-search.tsx";
import { render, tagsNamed, tagsOf, textOf } from "#tests/components/render.tsx";

const found = {
  zonecode: "04524",
  road: "가상로 12",
  jibun: "가상동 12-1",
  sido: "서울특별시",
  sigungu: "가상구",
  bcode: "1114010300",
};

function page(search: AddressSearch, language: "ko" | "en" = "ko") {
  return render(
    <AddressField
      name="home"
      label="주소"
      lookUp={{
        search,
        names: { words: "find.words", asked: "find.asked" },
        intentOf: (chosen) => `${chosen?.zonecode ?? "search"}`,
      }}
    />,
    language,
  );
}

const names = (html: string) => tagsOf(html).flatMap(({ attributes }) => attributes["name"] ?? []);

test("without a look-up nothing of it is on the page", () => {
  const html = render(<AddressField name="home" label="주소" />);
  expect(tagsNamed(html, "button")).toEqual([]);
  expect(textOf(html)).not.toContain("찾기");
  expect(names(html)).toEqual(["home.zonecode", "home.sido", "home.sigungu", "home.road", "home.detail"]);
});

test("each address that was found is a button, and the parts typed by hand stand beside it", () => {
  const html = page({ words: "가상로", state: "found", found: [found] });

  expect(tagsNamed(html, "button").map(({ attributes }) => attributes["value"])).toEqual(["search", "04524"]);
  expect(textOf(html)).toContain("(04524) 서울특별시 가상구 가상로 12");
  expect(textOf(html)).toContain("지번: 가상동 12-1");
  expect(names(html)).toContain("home.road");
  expect(names(html)).not.toContain("home.bcode");
});

test.each(["empty", "vague", "none", "failed", "often", "chosen"] as const)(
  "an answer that is %s says what to do, in both languages",
  (state) => {
    for (const language of ["ko", "en"] as const) {
      const html = page({ words: "가상로", state, found: [] }, language);
      expect(textOf(html)).not.toContain("address.told");
      expect(tagsNamed(html, "p").some(({ attributes }) => attributes["id"] === "home-search-told")).toBe(true);
    }
  },
);

test("the lot and the code of a chosen address travel unseen with the place that they belong to", () => {
  const html = render(<AddressField name="home" label="주소" defaultValue={{ ...found, detail: "7호" }} />);
  const hidden = tagsNamed(html, "input").filter(({ attributes }) => attributes["type"] === "hidden");

  expect(hidden.map(({ attributes: { name, value } }) => [name, value])).toEqual([
    ["home.jibun", "가상동 12-1"],
    ["home.bcode", "1114010300"],
    ["home.foundFor", "04524 / 서울특별시 / 가상구 / 가상로 12"],
  ]);
});
