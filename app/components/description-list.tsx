import type { ReactNode } from "react";

export type Description = { readonly term: ReactNode; readonly description: ReactNode };

/** Pairs of a word and what it is here; pairs without a description are left out. */
export function DescriptionList({ items }: { readonly items: readonly Description[] }) {
  return (
    <dl className="description-list">
      {items
        .filter(({ description }) => description !== undefined && description !== null && description !== "")
        .map(({ term, description }, index) => (
          <div key={index} className="description-list__item">
            <dt>{term}</dt>
            <dd>{description}</dd>
          </div>
        ))}
    </dl>
  );
}
