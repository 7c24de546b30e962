import { Link, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { paths } from "#app/paths.ts";

type MailSentProps = { readonly title: string; readonly text: string; readonly children?: ReactNode };

/** The same words whether or not the address has an account. */
export function MailSent({ title, text, children }: MailSentProps) {
  return (
    <div className="narrow stack">
      <PageHeader title={title} />
      <Notice tone="success" role="status">
        {text}
      </Notice>
      {children}
      <DemoMailLink />
    </div>
  );
}

/** In a demo nobody's real mailbox gets anything. */
function DemoMailLink() {
  const { t } = useTranslation();
  const root = useRouteLoaderData("root") as { readonly demo?: boolean } | undefined;
  if (!root?.demo) return null;
  return (
    <p>
      <Link to={paths.demoMail()}>{t("account:demoMailLink")}</Link>
    </p>
  );
}
