import { useId, type ReactNode } from "react";
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
  return (
    <div className={`notice notice--${tone}`} role={role ?? "note"} aria-labelledby={title ? titleId : undefined}>
      {title && (
        <p className="notice__title" id={titleId}>
          {title}
        </p>
      )}
      {children && <div className="notice__text">{children}</div>}
    </div>
  );
}
