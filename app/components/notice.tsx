import { useEffect, useId, useRef, type ReactNode } from "react";
import type { Tone } from "#app/components/status-tag.tsx";

type NoticeProps = {
  readonly tone?: Tone | undefined;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** "status" for what just succeeded, "alert" for what just failed; none for what stands on the page anyway. */
  readonly role?: "status" | "alert" | undefined;
};

export function Notice({ tone = "info", title, children, role }: NoticeProps) {
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  // What was refused is read first, wherever the button was that had the focus.
  useEffect(() => {
    if (role === "alert") box.current?.focus();
  }, [role]);
  return (
    <div
      className={`notice notice--${tone}`}
      role={role ?? "note"}
      tabIndex={role === "alert" ? -1 : undefined}
      ref={box}
      aria-labelledby={title ? titleId : undefined}
    >
      {title && (
        <p className="notice__title" id={titleId}>
          {title}
        </p>
      )}
      {children && <div className="notice__text">{children}</div>}
    </div>
  );
}
