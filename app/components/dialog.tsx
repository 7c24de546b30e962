import { useEffect, useId, useRef, type ReactNode } from "react";

type DialogProps = {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  /** Escape, too. */
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The browser's own modal dialog: it holds the focus, is read out with its title, and gives the focus back. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (isOpen && !box.current?.open) box.current?.showModal();
    if (!isOpen && box.current?.open) box.current.close();
  }, [isOpen]);
  return (
    <dialog className="dialog" ref={box} aria-labelledby={titleId} onClose={onClose}>
      <h2 className="dialog__title" id={titleId}>
        {title}
      </h2>
      {isOpen && children}
    </dialog>
  );
}
