/** A refusal is expected and typed; an exception is a bug or an outage. */
export type Done<Value> = { readonly ok: true; readonly value: Value };
export type Refused<Refusal> = { readonly ok: false; readonly refusal: Refusal };
export type Result<Value, Refusal> = Done<Value> | Refused<Refusal>;

/** The decision stands; `value` is its outcome. */
export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value };
}

/** The decision is no; `refusal` names the reason. */
export function refuse<const Refusal>(refusal: Refusal): Refused<Refusal> {
  return { ok: false, refusal };
}
