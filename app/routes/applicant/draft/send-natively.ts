import type { FormEvent } from "react";

/** For a form that scripts usually send: a button of this name leads to another document and is sent by the browser. */
export function sendNatively(name: string) {
  return (event: FormEvent<HTMLFormElement>): void => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!(submitter instanceof HTMLButtonElement) || submitter.name !== name) return;
    event.preventDefault();
    const form = event.currentTarget;
    const chosen = document.createElement("input");
    Object.assign(chosen, { type: "hidden", name, value: submitter.value });
    form.append(chosen);
    form.submit();
  };
}
