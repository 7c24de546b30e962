import { useTranslation } from "react-i18next";
import { Button } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";

type KeptOfferProps = { readonly restore: () => void; readonly discard: () => void };

/** Text that this browser kept and the server never got: nobody's text is replaced without asking. */
export function KeptOffer({ restore, discard }: KeptOfferProps) {
  const { t } = useTranslation();
  return (
    <Notice tone="warning" role="status" title={t("draft:offer.title")}>
      <p>{t("draft:offer.text")}</p>
      <div className="actions">
        <Button variant="secondary" onClick={restore}>
          {t("draft:offer.restore")}
        </Button>
        <Button variant="tertiary" onClick={discard}>
          {t("draft:offer.discard")}
        </Button>
      </div>
    </Notice>
  );
}
