import type { ReactNode } from "react";

type ChoiceProps = {
  readonly type: "radio" | "checkbox";
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly checked: boolean;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly invalid?: boolean | undefined;
  readonly describedBy?: string | undefined;
};

/** One radio button or checkbox with its label; the whole line is the target. */
export function Choice({ type, id, label, help, checked, invalid, describedBy, ...input }: ChoiceProps) {
  const helpId = `${id}-choice-help`;
  return (
    <div className="choice">
      <input
        {...input}
        className="choice__input"
        type={type}
        id={id}
        defaultChecked={checked}
        aria-invalid={invalid ? true : undefined}
        aria-describedby={[help ? helpId : "", describedBy ?? ""].join(" ").trim() || undefined}
      />
      <label className="choice__label" htmlFor={id}>
        {label}
      </label>
      {help && (
        <div className="choice__help" id={helpId}>
          {help}
        </div>
      )}
    </div>
  );
}
