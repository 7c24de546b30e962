import type { Page } from "@playwright/test";
import type { AddressAnswer, Answer } from "#app/domain/application/answers.ts";
import type { FormField } from "#app/domain/programme/definition.ts";
import type { Hand } from "./hand.ts";

/** Answers one question of the form, by its type. */
export async function fillIn(
  page: Page,
  hand: Hand,
  { field, answer }: { readonly field: Pick<FormField, "id" | "type">; readonly answer: Answer },
): Promise<void> {
  const control = page.locator(`main [name="${field.id}"]`);
  const choice = (value: string) => page.locator(`main input[name="${field.id}"][value="${value}"]`);
  switch (field.type) {
    case "select":
      return hand.choose(control, String(answer));
    case "radio":
      return hand.tick(choice(String(answer)));
    case "checkbox":
      return hand.tick(control);
    case "multiselect":
      for (const value of answer as readonly string[]) await hand.tick(choice(value));
      return;
    case "address": {
      const address = answer as AddressAnswer;
      const part = (name: keyof AddressAnswer) => page.locator(`main [name="${field.id}.${name}"]`);
      await hand.write(part("zonecode"), address.zonecode);
      await hand.choose(part("sido"), address.sido);
      for (const name of ["sigungu", "road", "detail"] as const) await hand.write(part(name), address[name]);
      return;
    }
    default:
      return hand.write(control, String(answer));
  }
}
