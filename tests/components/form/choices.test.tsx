import { describe, expect, test } from "vitest";
import { CheckboxGroup } from "#app/components/form/checkbox-group.tsx";
import { RadioGroup } from "#app/components/form/radio-group.tsx";
import { render, tagWithId, tagsNamed, textOf } from "#tests/components/render.tsx";

const question = {
  name: "status",
  label: "현재 상태",
  help: "공고일 기준입니다.",
  errors: ["하나를 골라 주십시오."],
  required: true,
  options: [
    { value: "seeking", label: "구직 중", help: "재학생은 제외합니다." },
    { value: "student", label: "재학 중" },
    { value: "other", label: "기타", disabled: true },
  ],
} as const;

describe("radio buttons", () => {
  const html = render(<RadioGroup {...question} defaultValue="student" />);
  const [group] = tagsNamed(html, "fieldset");

  test("are one question with a legend, help and error", () => {
    expect(group?.attributes).toMatchObject({
      role: "radiogroup",
      "aria-describedby": "status-help status-error",
      "aria-invalid": "true",
      "aria-required": "true",
    });
    expect(textOf(html.slice(html.indexOf("<legend"), html.indexOf("</legend>")))).toBe("현재 상태 (필수)");
  });

  test("have a label each, and the first carries the id to which an error leads", () => {
    const ids = tagsNamed(html, "input").map(({ attributes }) => attributes["id"]);
    expect(ids).toEqual(["status", "status-2", "status-3"]);
    expect(tagsNamed(html, "label").map(({ attributes }) => attributes["for"])).toEqual(ids);
  });

  test("keep the answer and what may not be chosen", () => {
    expect(tagWithId(html, "status-2").attributes).toHaveProperty("checked");
    expect(tagWithId(html, "status").attributes).not.toHaveProperty("checked");
    expect(tagWithId(html, "status-3").attributes).toHaveProperty("disabled");
    expect(tagWithId(html, "status").attributes["aria-describedby"]).toBe("status-choice-help");
  });
});

describe("checkboxes", () => {
  const html = render(<CheckboxGroup {...question} defaultValues={["seeking", "student"]} />);

  test("are sent under one name and keep every answer", () => {
    const boxes = tagsNamed(html, "input").map(({ attributes }) => attributes);
    expect(boxes.map(({ name }) => name)).toEqual(["status", "status", "status"]);
    expect(boxes.map((box) => "checked" in box)).toEqual([true, true, false]);
  });

  test("are wrong each, and none is required by itself", () => {
    for (const { attributes } of tagsNamed(html, "input")) {
      expect(attributes["aria-invalid"]).toBe("true");
      expect(attributes).not.toHaveProperty("required");
    }
  });
});
