import { useId, useRef, type MouseEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, buttonClass, type ButtonVariant } from "#app/components/button.tsx";

type DialogProps = {
  /** On the link that opens it. */
  readonly label: ReactNode;
  readonly title: ReactNode;
  /** A page or an anchor that says the same, for a browser without JavaScript. */
  readonly fallbackHref: string;
  readonly variant?: ButtonVariant | undefined;
  readonly children: ReactNode;
};

/** The browser's own dialog: it keeps the focus, closes on Escape and hides the page behind it. */
export function Dialog({ label, title, fallbackHref, variant = "secondary", children }: DialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = (event: MouseEvent): void => {
    if (!dialog.current) return;
    event.preventDefault();
    dialog.current.showModal();
  };
  return (
    <>
      <a className={buttonClass({ variant })} href={fallbackHref} onClick={open}>
        {label}
      </a>
      <dialog className="dialog" ref={dialog} aria-labelledby={titleId}>
        <h2 className="dialog__title" id={titleId}>
          {title}
        </h2>
        {children}
        <div className="dialog__actions">
          <Button variant="tertiary" onClick={() => dialog.current?.close()}>
            {t("common:action.close")}
          </Button>
        </div>
      </dialog>
    </>
  );
}
