import { useId, type ReactNode } from "react";

type SectionCardProps = {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly id?: string | undefined;
  readonly level?: 2 | 3 | undefined;
  /** Links or buttons beside the title. */
  readonly actions?: ReactNode;
  /** No frame, for a page that is one text. */
  readonly plain?: boolean | undefined;
};

/** One matter of a page, with its heading. */
export function SectionCard({ title, children, id, level = 2, actions, plain = false }: SectionCardProps) {
  const headingId = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={plain ? "section" : "section section--card"} id={id} aria-labelledby={headingId}>
      <div className="section__header">
        <Heading className="section__title" id={headingId}>
          {title}
        </Heading>
        {actions && <div className="section__actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
