import type { ReactNode } from "react";

export type TimelineItem = {
  readonly key: string;
  readonly text: ReactNode;
  readonly when: ReactNode;
  /** Still to come. */
  readonly isNext?: boolean | undefined;
};

/** What happened and what comes next, in the order of time. */
export function Timeline({ items, label }: { readonly items: readonly TimelineItem[]; readonly label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map(({ key, text, when, isNext }) => (
        <li key={key} className={isNext ? "timeline__item timeline__item--next" : "timeline__item"}>
          <div>{text}</div>
          <div className="timeline__when">{when}</div>
        </li>
      ))}
    </ol>
  );
}
