import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { z } from "zod";
import { CheckboxField } from "#app/components/form/checkbox-field.tsx";
import { CheckboxGroup } from "#app/components/form/checkbox-group.tsx";
import { checkboxesState, checkboxState, fieldState, summaryErrors } from "#app/components/form/conform.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { render, tagWithId, tagsNamed } from "#tests/components/render.tsx";

const schema = z.object({
  email: z.email("common:field.urlHelp"),
  items: z.array(z.string()).max(1, "하나만 고를 수 있습니다."),
  agree: z.literal("on"),
});

function SignUp({ sent }: { readonly sent: FormData }) {
  const lastResult = parseWithZod(sent, { schema }).reply();
  const [form, fields] = useForm<z.input<typeof schema>>({ id: "sign-up", lastResult });
  return (
    <>
      <ErrorSummary errors={summaryErrors(form, { email: "전자우편" })} />
      <TextField {...fieldState(fields.email)} label="전자우편" />
      <CheckboxGroup
        {...checkboxesState(fields.items)}
        label="항목"
        options={["a", "b", "c"].map((value) => ({ value, label: value }))}
      />
      <CheckboxField {...checkboxState(fields.agree)} label="동의" />
    </>
  );
}

test("a refused form comes back with what was typed, its errors and links to its fields", () => {
  const sent = new FormData();
  sent.set("email", "어딘가");
  sent.append("items", "a");
  sent.append("items", "c");
  sent.set("agree", "on");
  const html = render(<SignUp sent={sent} />);

  expect(tagWithId(html, "sign-up-email").attributes).toMatchObject({
    name: "email",
    value: "어딘가",
    "aria-invalid": "true",
    "aria-describedby": "sign-up-email-error",
  });
  expect(tagsNamed(html, "input").map(({ attributes }) => "checked" in attributes)).toEqual([
    false,
    true,
    false,
    true,
    true,
  ]);
  const links = tagsNamed(html, "a").map(({ attributes }) => attributes["href"]);
  expect(links).toEqual(["#sign-up-email", "#sign-up-items"]);
  for (const link of links) expect(tagWithId(html, link!.slice(1))).toBeDefined();
});
