type HiddenIntentProps = { readonly value: string; readonly name?: string | undefined };

/** Tells an action with several forms which of them was sent. */
export function HiddenIntent({ value, name = "intent" }: HiddenIntentProps) {
  return <input type="hidden" name={name} value={value} />;
}
