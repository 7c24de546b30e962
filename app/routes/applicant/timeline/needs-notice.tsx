import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/button.tsx";
import { DaysInBrackets } from "#app/components/clock/days-left.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import type { Need } from "./needs-now.server.ts";

/** What needs the person now, with the time left; nothing to do is said too. */
export function NeedsNotice({ needs }: { readonly needs: readonly Need[] }) {
  const { t } = useTranslation();
  if (needs.length === 0) return <Notice>{t("applicant:needs.nothing")}</Notice>;
  return (
    <Notice tone="warning" title={t("applicant:needs.title")}>
      {needs.map(({ key, sentence, until, left, to, label }) => (
        <div key={key} className="stack">
          <p>
            {sentence}{" "}
            <span className="together">
              {t("applicant:needs.until")} <TimeStamp value={until} />
            </span>{" "}
            <DaysInBrackets days={left} />
          </p>
          <LinkButton to={to}>{label}</LinkButton>
        </div>
      ))}
    </Notice>
  );
}
