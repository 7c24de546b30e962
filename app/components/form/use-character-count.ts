import { useEffect, useRef, useState, type RefObject } from "react";
import { countCharacters, type Counting } from "#app/domain/application/characters.ts";

type CharacterCount<Control> = {
  readonly control: RefObject<Control>;
  readonly used: number;
  readonly recount: () => void;
};

/** Counts what stands in the control: from the server's value at first, live once scripts run. */
export function useCharacterCount<Control extends HTMLTextAreaElement | HTMLInputElement>(
  defaultValue = "",
  { countSpaces }: Counting = {},
): CharacterCount<Control> {
  const control = useRef<Control>(null);
  const [used, setUsed] = useState(() => countCharacters(defaultValue, { countSpaces }));
  const recount = (): void => setUsed(countCharacters(control.current?.value ?? "", { countSpaces }));
  // A browser that restores a form has put the typed text back before this runs.
  useEffect(() => setUsed(countCharacters(control.current?.value ?? "", { countSpaces })), [countSpaces]);
  return { control, used, recount };
}
