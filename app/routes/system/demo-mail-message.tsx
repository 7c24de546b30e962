import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DescriptionList } from "#app/components/description-list.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { env } from "#app/env.server.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { readDemoMail } from "#app/use-cases/read-demo-mail.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? "" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const sink = { dir: env.mailSinkDir, development: !env.isProduction };
  const answer = await readDemoMail(reads, { ...sink, name: param(params, "name") });
  if (!answer.ok) throw notFound();
  const t = translator(languageOf(request));
  return { title: t("common:site.title", { page: t("account:demoMail.title") }), mail: answer.value };
}

/**
 * The text with its links, and the HTML as its source: the page's own security policy would strip the styles that a
 * mail needs, and complain about each.
 */
export default function DemoMailMessagePage() {
  const { t } = useTranslation();
  const { mail } = useLoaderData<typeof loader>();
  const subject = mail.subject || t("account:demoMail.noSubject");
  return (
    <>
      <PageHeader
        title={subject}
        breadcrumbs={[{ label: t("account:demoMail.title"), to: paths.demoMail() }, { label: subject }]}
      />
      <DescriptionList
        items={[
          { term: t("account:demoMail.to"), description: mail.to },
          {
            term: t("account:demoMail.sentAt"),
            description: mail.sentAt && <TimeStamp value={mail.sentAt} as="seconds" />,
          },
        ]}
      />
      <SectionCard title={t("account:demoMail.text")}>
        <div className="prose">{withLinks(mail.text)}</div>
      </SectionCard>
      <SectionCard title={t("account:demoMail.html")}>
        <details>
          <summary>{t("account:demoMail.showHtml")}</summary>
          <pre className="code">{mail.html}</pre>
        </details>
      </SectionCard>
    </>
  );
}

function withLinks(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
