import { expect, test } from "vitest";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { render, tagsNamed } from "#tests/components/render.tsx";

test("a dangerous action asks twice without any script: opening sends nothing", () => {
  const html = render(
    <ConfirmBox
      label="철회"
      explanation="되돌릴 수 없습니다."
      confirmLabel="철회합니다"
      intent="withdraw"
      insideForm
    />,
  );
  expect(html.startsWith('<details class="confirm-box"><summary')).toBe(true);
  expect(tagsNamed(html, "button").map(({ attributes }) => attributes)).toEqual([
    { type: "submit", name: "intent", value: "withdraw", class: "button button--danger" },
  ]);
});
