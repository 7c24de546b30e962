import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { Pagination } from "#app/components/table/pagination.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { env } from "#app/env.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { listDemoMail } from "#app/use-cases/read-demo-mail.ts";

const PAGE_SIZE = 50;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? "" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = Number(new URL(request.url).searchParams.get("page"));
  const page = Number.isSafeInteger(asked) && asked > 0 ? asked : 1;
  const sink = { dir: env.mailSinkDir, development: !env.isProduction };
  const answer = await listDemoMail(reads, { ...sink, page, pageSize: PAGE_SIZE });
  if (!answer.ok) throw notFound();
  const t = translator(languageOf(request));
  return { title: t("common:site.title", { page: t("account:demoMail.title") }), page, ...answer.value };
}

export default function DemoMailPage() {
  const { t } = useTranslation();
  const { mails, total, page } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("account:demoMail.title")} lead={t("account:demoMail.lead")} />
      <DataTable
        caption={t("account:demoMail.caption")}
        captionHidden
        rows={mails}
        rowKey={(mail) => mail.name}
        empty={t("account:demoMail.empty")}
        columns={[
          {
            key: "subject",
            header: t("account:demoMail.subject"),
            rowHeader: true,
            cell: ({ name, subject }) => (
              <Link to={paths.demoMailMessage(name)}>{subject || t("account:demoMail.noSubject")}</Link>
            ),
          },
          { key: "to", header: t("account:demoMail.to"), cell: ({ to }) => to },
          {
            key: "sentAt",
            header: t("account:demoMail.sentAt"),
            cell: ({ sentAt }) => sentAt && <TimeStamp value={sentAt} as="seconds" />,
          },
        ]}
      />
      <Pagination page={page} pageSize={PAGE_SIZE} total={total} hrefOf={(each) => `?page=${each}`} />
    </>
  );
}
