import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { carriesSecretLink } from "#app/domain/message/message.ts";
import { readForm } from "#app/http/form.server.ts";
import { refusalText } from "#app/http/refusal-text.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { resendMessage } from "#app/use-cases/resend-message.ts";
import { resumeMessages, stopMessages } from "#app/use-cases/stop-messages.ts";
import {
  areMessagesStopped,
  countMessages,
  findMessage,
  listMessages,
  messageStates,
  type MessageCount,
  type StoredMessage,
} from "#db/queries/message-list.ts";
import { requireManagedCohort } from "./managed-cohort.server.ts";
import { CountTable, type KindCount } from "./messages/count-table.tsx";
import { MessageTable } from "./messages/message-table.tsx";
import { OneMessage, type OneMessageView } from "./messages/one-message.tsx";
import { SwitchCard } from "./messages/switch-card.tsx";
import { pageNumberOf } from "./page-number.ts";

const PAGE_SIZE = 50;

const reason = z.string().max(200).default("");
const actForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("resend"), messageId: z.string().max(100), reason }),
  z.object({ intent: z.enum(["stop", "resume"]), reason }),
]);
type Act = z.output<typeof actForm>;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, cohort, t, titleOf } = await requireManagedCohort({ request, params });
  if (!can(actor, "outbox:view", cohort)) throw notFound();
  const cohortId = cohort.id;
  const search = new URL(request.url).searchParams;
  const counts = kindCounts(await countMessages(reads, cohortId));
  const status = messageStates.find((each) => each === search.get("status"));
  const kind = counts.find((count) => count.kind === search.get("kind"))?.kind;
  const page = pageNumberOf(search);
  const { rows, total } = await listMessages(reads, { cohortId, kind, status, page, pageSize: PAGE_SIZE });
  const chosen = search.get("message");
  const one = chosen === null ? undefined : await findMessage(reads, { cohortId, id: chosen });
  return {
    title: titleOf(t("seats:messages.title")),
    counts,
    failed: counts.reduce((all, count) => all + count.failed, 0),
    areStopped: await areMessagesStopped(reads, cohortId),
    one: one ? oneView(one) : null,
    list: {
      total,
      page,
      pageSize: PAGE_SIZE,
      kind: kind ?? "",
      status: status ?? "",
      kinds: counts.map((count) => count.kind),
      rows: rows.map(({ applicationNumber, id, kind: of, recipient, attempts, sentAt, dueAt, ...row }) => ({
        id,
        kind: of,
        number: applicationNumber ?? "",
        recipient,
        status: row.status,
        attempts,
        sentAt,
        dueAt,
      })),
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, cohort, t } = await requireManagedCohort({ request, params });
  const submission = await readForm(request, actForm);
  if (submission.status !== "success") return data({ sentence: refusalText(t, "seats", "unknown") }, { status: 400 });

  const done = await perform(actor, { ...submission.value, cohortId: cohort.id, now: new Date() });
  if (done.ok) return redirect(`${paths.manage.messages(cohort.id)}?done=${submission.value.intent}`);
  if (done.refusal === "not-yours") throw notFound();
  return data({ sentence: refusalText(t, "seats", done.refusal) }, { status: 409 });
}

function perform(actor: AccountActor, act: Act & { readonly cohortId: string; readonly now: Date }) {
  if (act.intent === "resend") return resendMessage(db, actor, act);
  return act.intent === "stop" ? stopMessages(db, actor, act) : resumeMessages(db, actor, act);
}

function kindCounts(counts: readonly MessageCount[]): readonly KindCount[] {
  const kinds = [...new Set(counts.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const of = (state: MessageCount["status"]) =>
      counts.find((count) => count.kind === kind && count.status === state)?.messages ?? 0;
    return { kind, queued: of("queued"), sent: of("sent"), failed: of("failed"), stopped: of("stopped") };
  });
}

function oneView(row: StoredMessage): OneMessageView {
  const { id, messageKey: key, kind, recipient, status, createdAt, sentAt, lastError: error, subject } = row;
  // A link that opens an account is its receiver's alone.
  const bodyText = carriesSecretLink(row.message) ? null : row.bodyText;
  return { id, key, kind, recipient, status, createdAt, sentAt, error, subject, bodyText };
}

export function meta({ data: page }: { readonly data?: { readonly title: string } | undefined }) {
  return [{ title: page?.title ?? "" }, { name: "robots", content: "noindex" }];
}

export default function MessagesPage() {
  const { t } = useTranslation();
  const { counts, failed, areStopped, one, list } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = search.get("done");
  const doneSentence = done && !refused ? t(`seats:messages.done.${done}`, { defaultValue: "" }) : "";
  return (
    <>
      <PageHeader title={t("seats:messages.title")} />
      <ErrorSummary errors={refused ? [{ message: refused.sentence }] : []} />
      {doneSentence && (
        <Notice tone="success" role="status">
          {doneSentence}
        </Notice>
      )}
      {failed > 0 && (
        <Notice tone="danger" title={t("seats:messages.failedHelp.title", { messages: failed })}>
          {t("seats:messages.failedHelp.text")}
        </Notice>
      )}
      {one && <OneMessage message={one} />}
      <CountTable counts={counts} />
      <MessageTable {...list} />
      <SwitchCard areStopped={areStopped} />
    </>
  );
}
