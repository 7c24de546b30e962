import { useTranslation } from "react-i18next";
import type { DeskData } from "./desk-data.server.ts";
import { AnswerValues } from "#app/components/answers/answer-values.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { formatBytes } from "#app/i18n/format.ts";

type Fields = DeskData["sections"][number]["fields"];

/** The application as a reviewer may read it, section by section. */
export function BlindApplication({ sections, attachments }: Pick<DeskData, "sections" | "attachments">) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      {sections.map(({ id, heading, fields }) => (
        <SectionCard key={id} title={heading}>
          {fields.map((field) => (
            <BlindAnswer key={field.id} field={field} />
          ))}
        </SectionCard>
      ))}
      <SectionCard title={t("reviewer:desk.files")}>
        {attachments.length === 0 ? (
          <p className="muted">{t("reviewer:desk.noFiles")}</p>
        ) : (
          <ul>
            {attachments.map(({ href, label, number, mediaType, bytes }) => (
              <li key={href}>
                <a href={href} target="_blank" rel="noreferrer">
                  {t("reviewer:desk.file", {
                    label,
                    number,
                    format: mediaType.split("/").at(-1)?.toUpperCase() ?? "",
                    size: formatBytes(bytes),
                  })}
                </a>
              </li>
            ))}
          </ul>
        )}
      </SectionCard>
    </div>
  );
}

function BlindAnswer({ field }: { readonly field: Fields[number] }) {
  const { t } = useTranslation();
  return (
    <div className="stack--small">
      <h3>{field.label}</h3>
      {field.warns && <p className="small muted">{t("reviewer:desk.linkWarning")}</p>}
      {field.covered && <p className="small muted">{t("reviewer:desk.covered")}</p>}
      <AnswerValues answer={field} />
    </div>
  );
}
