import type { ReactNode } from "react";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

type StatusTagProps = { readonly tone?: Tone | undefined; readonly children: ReactNode };

/** A state as a word; the colour only repeats what the word says. */
export function StatusTag({ tone = "neutral", children }: StatusTagProps) {
  return <span className={`status-tag status-tag--${tone}`}>{children}</span>;
}
