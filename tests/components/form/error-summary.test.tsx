import { expect, test } from "vitest";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { render, tagWithId, tagsNamed, textOf } from "#tests/components/render.tsx";

test("an error summary is announced, can take the focus and leads to every field", () => {
  const html = render(
    <ErrorSummary
      errors={[
        { message: "마감되었습니다." },
        { id: "email", label: "전자우편", message: "주소가 올바르지 않습니다." },
        { id: "name", message: "이름을 적어 주십시오." },
      ]}
    />,
  );
  expect(tagWithId(html, "error-summary").attributes).toMatchObject({ role: "alert", tabindex: "-1" });
  expect(tagsNamed(html, "a").map(({ attributes }) => attributes["href"])).toEqual(["#email", "#name"]);
  expect(tagsNamed(html, "h2")).toHaveLength(1);
  expect(textOf(html)).toContain("전자우편: 주소가 올바르지 않습니다.");
  expect(textOf(html)).toContain("아래 2곳을 고친 뒤");
});

test("a form without errors has no summary", () => {
  expect(render(<ErrorSummary errors={[]} />)).toBe("");
});
