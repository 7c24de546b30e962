import type { ReactElement } from "react";
import { describe, expect, test } from "vitest";
import { AddressField } from "#app/components/form/address-field.tsx";
import { CheckboxField } from "#app/components/form/checkbox-field.tsx";
import { DateField } from "#app/components/form/date-field.tsx";
import { FileField } from "#app/components/form/file-field.tsx";
import { NumberField } from "#app/components/form/number-field.tsx";
import { SelectField } from "#app/components/form/select-field.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { render, tagWithId, tagsNamed, tagsOf, textOf } from "#tests/components/render.tsx";

const wrong = {
  id: "apply-subject",
  name: "subject",
  label: "과목",
  help: "도움말",
  errors: ["과목을 적어 주십시오."],
  required: true,
} as const;
const options = [
  { value: "a", label: "가" },
  { value: "b", label: "나" },
] as const;

const fields: Readonly<Record<string, ReactElement>> = {
  TextField: <TextField {...wrong} />,
  TextAreaField: <TextAreaField {...wrong} />,
  SelectField: <SelectField {...wrong} options={options} />,
  DateField: <DateField {...wrong} />,
  "DateField as text": <DateField {...wrong} as="text" />,
  NumberField: <NumberField {...wrong} unit="점" />,
  FileField: <FileField {...wrong} formats={["pdf"]} maxBytes={1024} />,
};

describe.each(Object.entries(fields))("%s", (_, field) => {
  const html = render(field);
  const control = tagWithId(html, "apply-subject");

  test("is named by its label", () => {
    expect(tagsNamed(html, "label").map(({ attributes }) => attributes["for"])).toEqual(["apply-subject"]);
    expect(control.attributes["name"]).toBe("subject");
    expect(textOf(html)).toContain("과목 (필수)");
  });

  test("is described by its help and its error, which exist", () => {
    expect(control.attributes["aria-describedby"]).toBe("apply-subject-help apply-subject-error");
    expect(tagWithId(html, "apply-subject-help")).toBeDefined();
    expect(tagWithId(html, "apply-subject-error")).toBeDefined();
    expect(textOf(html)).toContain("오류: 과목을 적어 주십시오.");
  });

  test("says that it is required and wrong", () => {
    expect(control.attributes["aria-invalid"]).toBe("true");
    expect("required" in control.attributes).toBe(true);
  });
});

test("a field without help or errors points nowhere and is not wrong", () => {
  const { attributes } = tagWithId(render(<TextField name="plain" label="이름" errors={[]} />), "plain");
  expect(attributes).not.toHaveProperty("aria-describedby");
  expect(attributes).not.toHaveProperty("aria-invalid");
  expect(attributes).not.toHaveProperty("required");
});

test("a field never cuts pasted text off in silence", () => {
  const html = render(
    <TextField name="motive" label="동기" maxLength={10} defaultValue="열 자를 훌쩍 넘는 글입니다" count />,
  );
  expect(tagWithId(html, "motive").attributes).not.toHaveProperty("maxLength");
  expect(tagWithId(html, "motive").attributes["value"]).toBe("열 자를 훌쩍 넘는 글입니다");
});

test("a rule's error is told in the reader's language with its values", () => {
  const errors = ["common:file.files?files=3"];
  expect(textOf(render(<TextField name="a" label="A" errors={errors} />, "ko"))).toContain("3개까지");
  expect(textOf(render(<TextField name="a" label="A" errors={errors} />, "en"))).toContain("up to 3 files");
});

test("a sentence that only looks like a key is shown as it is", () => {
  expect(textOf(render(<TextField name="a" label="A" errors={["note:this?"]} />))).toContain("note:this?");
});

test("a select marks the stored choice and offers an empty one first", () => {
  const html = render(<SelectField name="track" label="분야" options={options} defaultValue="b" />);
  const [empty, , second] = tagsNamed(html, "option");
  expect(empty?.attributes["value"]).toBe("");
  expect(second?.attributes).toMatchObject({ value: "b", selected: "" });
});

test("a single checkbox carries its error and its help", () => {
  const html = render(
    <CheckboxField name="agree" label="동의합니다" help="언제든지 거둘 수 있습니다." errors={["동의가 필요합니다."]} />,
  );
  const { attributes } = tagWithId(html, "agree");
  expect(attributes["aria-describedby"]).toBe("agree-choice-help agree-error");
  expect(attributes["aria-invalid"]).toBe("true");
  expect(attributes["value"]).toBe("on");
});

test("a file field tells its limits before somebody chooses, and asks for nothing that is there already", () => {
  const html = render(
    <FileField
      name="portfolio"
      label="포트폴리오"
      formats={["pdf", "jpg"]}
      maxBytes={10 * 1024 ** 2}
      maxFiles={3}
      uploaded={[{ id: "f1", name: "작품.pdf", bytes: 2048 }]}
      removeName="remove"
      required
    />,
  );
  expect(textOf(html)).toContain("파일 형식: PDF, JPG · 파일 하나에 10 MB까지 · 3개까지");
  expect(tagWithId(html, "portfolio").attributes).toMatchObject({ accept: ".pdf,.jpg", multiple: "" });
  expect(tagWithId(html, "portfolio").attributes).not.toHaveProperty("required");
  const [remove] = tagsNamed(html, "button");
  expect(remove?.attributes).toMatchObject({ name: "remove", value: "f1", "aria-label": "작품.pdf 삭제" });
});

test("an address is typed by hand, with the names of before and after July 2026", () => {
  const html = render(
    <AddressField
      name="address"
      label="주소"
      required
      defaultValue={{ sido: "전남광주통합특별시", sigungu: "북구" }}
      partErrors={{ road: ["도로명주소를 적어 주십시오."] }}
    />,
  );
  const names = tagsOf(html)
    .map(({ attributes }) => attributes["name"])
    .filter((name) => name !== undefined);
  expect(names).toEqual(["address.zonecode", "address.sido", "address.sigungu", "address.road", "address.detail"]);
  const values = tagsNamed(html, "option").map(({ attributes }) => attributes["value"]);
  expect(values).toContain("광주광역시");
  expect(html).toContain('value="전남광주통합특별시" selected=""');
  expect(tagWithId(html, "address-road").attributes["aria-invalid"]).toBe("true");
  expect(tagWithId(html, "address-sigungu").attributes["value"]).toBe("북구");
});
