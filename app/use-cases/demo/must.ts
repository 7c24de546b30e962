import type { Result } from "#app/domain/result.ts";

type ValueOf<Outcome> = Outcome extends { readonly ok: true; readonly value: infer Value } ? Value : never;

/** In a demo nothing may be refused: a refusal is a mistake of the set-up and stops it, named. */
export function must<Outcome extends Result<unknown, unknown>>(result: Outcome): ValueOf<Outcome> {
  if (result.ok) return result.value as ValueOf<Outcome>;
  throw new Error(`The demo was refused: ${JSON.stringify(result.refusal)}`);
}
