import { useTranslation } from "react-i18next";
import { Notice } from "#app/components/notice.tsx";
import { formatNumber } from "#app/i18n/format.ts";

const SHOWN_AT_MOST = 100;

/** Every mistake of a definition, `path: sentence`; one of the whole text stands without its path. What was pasted stays in the form below. */
export function MistakeList({ mistakes }: { readonly mistakes: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Notice
      tone="danger"
      role="alert"
      title={t("administrator:mistakes.title", { mistakes: formatNumber(mistakes.length) })}
    >
      <p>{t("administrator:mistakes.kept")}</p>
      <ol>
        {mistakes.slice(0, SHOWN_AT_MOST).map((mistake, index) => (
          <li key={index}>{mistake.replace(/^\$: /, "")}</li>
        ))}
      </ol>
      {mistakes.length > SHOWN_AT_MOST && (
        <p>{t("administrator:mistakes.more", { more: formatNumber(mistakes.length - SHOWN_AT_MOST) })}</p>
      )}
    </Notice>
  );
}
