import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { buttonClass, type ButtonVariant } from "#app/components/button.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";

type ConfirmBoxProps = {
  /** On the button that opens the box. */
  readonly label: ReactNode;
  /** What will happen, and that it cannot be taken back if so. */
  readonly explanation: ReactNode;
  /** On the button that does it. */
  readonly confirmLabel: ReactNode;
  readonly intent?: string | undefined;
  readonly action?: string | undefined;
  readonly variant?: ButtonVariant | undefined;
  /** Opened at once, when the answer brought errors of its fields. */
  readonly open?: boolean | undefined;
  /** Already inside a form: the second button then sends that one. */
  readonly insideForm?: boolean | undefined;
  /** Fields that the action needs, such as a reason. */
  readonly children?: ReactNode;
};

/** A dangerous action asks twice, without JavaScript: the first button only opens the explanation. */
export function ConfirmBox({ variant = "danger", insideForm = false, ...box }: ConfirmBoxProps) {
  const content = (
    <>
      <div className="confirm-box__explanation">{box.explanation}</div>
      {box.children}
      <SubmitButton variant={variant} intent={box.intent}>
        {box.confirmLabel}
      </SubmitButton>
    </>
  );
  return (
    <details className="confirm-box" open={box.open}>
      <summary className={buttonClass({ variant: variant === "danger" ? "danger" : "secondary" })}>{box.label}</summary>
      {insideForm ? (
        <div className="confirm-box__content">{content}</div>
      ) : (
        <Form className="confirm-box__content" method="post" noValidate {...(box.action ? { action: box.action } : {})}>
          {content}
        </Form>
      )}
    </details>
  );
}
