import { useTranslation } from "react-i18next";
import type { SubmissionChanges as Changes } from "./submission-changes.server.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { VisuallyHidden } from "#app/components/visually-hidden.tsx";
import type { Stretch } from "#app/domain/application/text-difference.ts";

/** What one submission changed, readable without colours: struck out and underlined, and said aloud. */
export function SubmissionChanges({ changes }: { readonly changes: Changes }) {
  const { t } = useTranslation();
  const { number } = changes;
  const lists = [
    { term: t("extension:versions.filesAdded"), names: changes.filesAdded },
    { term: t("extension:versions.filesRemoved"), names: changes.filesRemoved },
    { term: t("extension:versions.consentsGiven"), names: changes.consentsGiven },
    { term: t("extension:versions.consentsWithdrawn"), names: changes.consentsWithdrawn },
  ].filter(({ names }) => names.length > 0);
  const isNothing = lists.length === 0 && changes.answers.length === 0;
  return (
    <SectionCard title={t("extension:versions.difference", { number })} id="changes">
      <p className="muted small">{t("extension:versions.against", { number: number - 1 })}</p>
      {isNothing && <p>{t("extension:versions.nothing")}</p>}
      <DescriptionList
        items={[
          ...changes.answers.map(({ label, stretches }) => ({
            term: label,
            description: <Marked stretches={stretches} />,
          })),
          ...lists.map(({ term, names }) => ({ term, description: names.join(", ") })),
        ]}
      />
    </SectionCard>
  );
}

function Marked({ stretches }: { readonly stretches: readonly Stretch[] }) {
  const { t } = useTranslation();
  return (
    <span className="prose">
      {stretches.map(({ kind, text }, index) => {
        // A text has no better name than its place.
        const key = `${index} ${kind}`;
        if (kind === "same") return <span key={key}>{text}</span>;
        const Tag = kind === "removed" ? "del" : "ins";
        return (
          <Tag key={key}>
            <VisuallyHidden>{t(`extension:versions.${kind}`)} </VisuallyHidden>
            {text}
          </Tag>
        );
      })}
    </span>
  );
}
